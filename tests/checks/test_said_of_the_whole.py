"""What stands behind a list, in a bracket or beside a name is said of the whole, of a part, or of something else."""

import pytest

from model.prose.reader import reading
from model.report.report import PastReport, Report, Texts
from model.structs import replace
from tests.checks.correct import BUREAU, judged

HEAD = "依申请公开。"


def told(report: Report, words: str) -> set[str]:
    """The checks that find something once some words are told of applications, and did not before."""
    overview = f"{report.text.overview}\n{HEAD}{words}"
    before = {finding.check for finding in judged(report)}
    return {finding.check for finding in judged(report.with_text("overview", overview))} - before


KINDS = (
    ("自然人", "natural_person"),
    ("商业企业", "enterprise"),
    ("科研机构", "research"),
    ("法律服务机构", "legal_service"),
)


@pytest.mark.parametrize("mark", ["，其中{}，", "（{}），"])
def test_a_change_behind_a_list_of_applicants_is_that_of_all(mark: str) -> None:
    last = dict.fromkeys(BUREAU.form.parts["applications.received.total"], 0)
    last |= {f"applications.received.{kind}": 2 for _, kind in KINDS}
    numbers = {f"applications.received.{kind}": count for (_, kind), count in zip(KINDS, (9, 4, 2, 1), strict=True)}
    past = PastReport(BUREAU.form, BUREAU.year - 1, last, Texts())
    report = replace(BUREAU, numbers={**BUREAU.numbers, **numbers}, last_year=past)
    now = report.count("applications.received.total")
    listed = "、".join(f"{name}{report.count(f'applications.received.{kind}')}件" for name, kind in KINDS)
    whole = f"新收申请{now}件{mark.format(listed)}"
    assert "X-08" not in told(report, f"{whole}较上年的8件增加{now - 8}件。")
    assert "X-08" in told(report, f"{whole}较上年的7件增加{now - 7}件。")


@pytest.mark.parametrize(
    "words",
    [
        "其中1件（村民1件）予以公开。",
        "全年登记政府信息公开申请11件，多为自然人所提。其中同一申请人就同一事项先后提出4件。",
        "自然人王某某对其中1件答复不服，多次来电询问。",
        "全年接听群众政策咨询电话320次，均当场答复或转请相关科室回复，其中1件转为信访事项办理。",
        "落实规范性文件统一登记、统一编号、统一印发，新制文件全部在印发后20个工作日内公开。",
        "县政府办理的其他行政复议（不涉及政府信息公开）5件。",
        "因政府信息公开引起的行政复议1件，结果为维持，涉及调解、接种、抚恤。",
        "全年新收申请11件。按类别分，涉及招生的17件、教师职称的4件、学校建设的8件。",
    ],
)
def test_what_is_of_others_is_held_against_no_table(words: str) -> None:
    assert told(BUREAU, words) & {"X-02", "X-04", "X-05", "X-09"} == set()


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("办公室1人专职、各股室1人兼职，共6人。", "X-16", False),
        ("办公室2人专职、信息股3人兼职，共6人。", "X-16", True),
        ("发布审计公告4篇、整改报告1篇，以及机关动态61条、财务信息4条，总计70条。", "X-16", False),
        ("发布188条，占全年任务数150条的125.3%。", "F-08", False),
        ("随访188人，满意率125.3%。", "F-08", True),
        ("按优、良、中、差分档，3个村评为优、8个村评为良。", "X-16", False),
        ("对9个社区开展抽查，现场整改问题16个。", "X-06", False),
        ("2023年未审结的1件复议案件已维持。", "Y-01", False),
        ("围绕防汛、供水、河湖长制四件大事抓公开。", "F-07", True),
        ("围绕防汛、供水、河湖长制三件大事抓公开。", "F-07", False),
        ("做到“早、准、实、便、严”四个字。", "F-07", True),
        ("做到“早、准、实、便、严”五个字。", "F-07", False),
        ("扣分6处已整改8处。", "X-16", True),
        ("扣分6处已整改6处。", "X-16", False),
    ],
)
def test_figures_that_are_of_two_things(words: str, code: str, wrong: bool) -> None:
    assert (code in told(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("problems", "code", "wrong"),
    [
        ("存在栏目分类不细的不足。今后一是上线推送功能；二是重新划分栏目。", "F-05", False),
        ("存在栏目分类不细的不足。今后二是上线推送功能；三是重新划分栏目。", "F-05", True),
        (f"栏目不细。改进情况：{BUREAU.year}年将发布时间提前到3月，较上年提前1个月。", "Y-10", False),
        (f"栏目不细。改进情况：{BUREAU.year}年将重新划分栏目。", "Y-10", True),
    ],
)
def test_what_was_done_and_what_is_to_be_done(problems: str, code: str, wrong: bool) -> None:
    assert (code in {finding.check for finding in judged(BUREAU.with_text("problems", problems))}) is wrong


def share_of(words: str) -> list[str]:
    return [share.figure.words for share in reading(words, BUREAU.form).shares]


def test_what_our_own_office_received_has_shares_and_what_another_did_has_none() -> None:
    said = "共收到申请32件（自然人23件，占71.9%；商业企业4件）。"
    assert share_of(f"{HEAD}我局{said}") == ["71.9%"]
    assert share_of(f"{HEAD}全县{said}") == []


@pytest.mark.parametrize(
    "words",
    [
        "依申请公开。收到7件申请，为近三年最多，其中自然人6件、企业1件；公开4件。",
        "（一）公开主动。发布信息9条。\n（二）坚持依法答复。新收申请7件，自然人6件、企业1件；予以公开4件。\n（三）管理。无。",
    ],
)
def test_applications_are_read_although_a_year_or_no_heading_is_named(words: str) -> None:
    found = {figure.item for figure in reading(words, BUREAU.form).figures if figure.meanings}
    assert {"收到申请", "予以公开"} <= found
    assert any("自然人" in item for item in found)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("发布前由法制、保密、承办四部门会签，逐件把关。", True),
        ("发布前由保密员、股室长、分管领导四人签字。", True),
        ("信息须经经办人、科室负责人、分管副局长两人签字后发布。", True),
        ("公示内容包括价格、标准、监督电话5项。", True),
        ("告知单写明依据、期限、救济途径4项，随件送达。", True),
        ("由办公室、法规股、业务股四科室联合审核。", True),
        ("网站、公众号、公开栏四平台同步发布。", True),
        ("用好网站、公众号、广播、公开栏三渠道发布。", True),
        ("建立县、乡、村四级联动。", True),
        ("村民、村委会、施工单位四方共同签字。", True),
        ("实行起草、审核四环节管理。", True),
        ("公开办理依据、办理条件、办理时限等4项。", False),
        ("流程卡标明名称、时限、责任人5项内容，逐张公示。", True),
        ("发布前由法制、保密、承办三部门会签。", False),
        ("会同公安、住建三部门联合检查。", False),
        ("我局牵头，公安、住建、城管四部门参与。", False),
        ("由法制、保密及承办三部门会签。", False),
        ("教育、卫生等十五个部门报送。", False),
        ("教育、卫生十五部门报送。", False),
        ("各乡镇、街道十五单位报送。", False),
        ("抽调办公室、财务股三人组成专班。", False),
        ("请人大代表、政协委员五人签字评议。", False),
        ("公示内容包括价格、标准、监督电话3项。", False),
        ("公开通知、动态5项，其余另行公开。", False),
        ("公示内容包括价格、标准等5项。", False),
        ("既有教育，也有医疗、住建三部门。", False),
        ("镇、村两级公开栏更新。", False),
        ("全年办理咨询、投诉、举报5件。", False),
        ("走访教育、医疗、养老8家单位。", False),
        ("公布财政、教育、民政三部门和两镇的目录。", False),
        ("经办人、复核人、审批人三人签字。", False),
        ("村民代表、监委会成员五人签字。", False),
        ("与公安、城管三家单位共享数据。", False),
        ("梳理农业、水利、林业12项。", False),
        ("对造价、补助名单等实行办公室、纪检、分管领导三方会签。", False),
        ("造价、补助名单由办公室、纪检、分管领导三方会签。", False),
    ],
)
def test_the_number_of_offices_persons_and_kinds_behind_their_names(words: str, wrong: bool) -> None:
    assert ("F-07" in told(BUREAU, f"另：\n{words}")) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("公开“四项清单”：权责清单、服务清单、财务清单。", True),
        ("突出三项重点任务：监测、帮扶；公开信息174条。", True),
        ("开设4个专栏：政策解读、互动交流、重点领域。", True),
        ("建立两本台账：申请台账、问题台账、整改台账。", True),
        ("公开三类信息：预算、决算。", True),
        ("设立4个专栏，即政策解读、互动交流、重点领域。", True),
        ("编制三张清单，分别是权责清单、服务清单。", True),
        ("实行“三项制度”：审核制度、登记制度、保密制度、巡查制度。", True),
        ("用好三个平台——网站、公众号。", True),
        ("目录分为五类：机构职能、政策文件、人事信息、财政信息。", True),
        ("公开“三项清单”：权责清单、服务清单、财务清单。", False),
        ("突出两项重点任务：监测、帮扶；公开信息174条。", False),
        ("开设4个专栏：政策解读、互动交流等。", False),
        ("公开三类信息：政策、解读；公告、公示；动态、简报。", False),
        ("做好三件事：公开、解读，回应关切。", False),
        ("推进四项措施：健全机制、压实责任和加强培训、督促整改。", False),
        ("全年办理4件，分别是公开2件、部分公开1件、不掌握1件。", False),
        ("全年召开会议3次：2月、5月。", False),
        ("第三类：企业、个人。", False),
        ("三个方面的问题：一是栏目旧、更新慢；二是解读少；三是培训不足。", False),
        ("三个问题：栏目名称不规范、更新慢；解读少、形式单一；培训不足。", False),
        ("围绕两个重点：抓内容，抓时效。", False),
        ("其中3个单位：住建局、教育局各报1条。", False),
        ("对3个乡镇：东岗镇、西岗镇和南岗乡开展检查。", False),
        ("全县12个乡镇：东岗、西岗。", False),
        ("公开内容分两大类：机构职能、政策文件。", False),
        ("从三个方面改进：压实责任、加强培训；更新目录；开展评议。", False),
    ],
)
def test_the_number_of_things_whose_names_follow(words: str, wrong: bool) -> None:
    assert ("F-07" in told(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("群众满意度97.2%，满分100分，得分103分。", True),
        ("区对镇的政务公开考核得163分（百分制），列全区第3。", True),
        ("季度评估得分为100分制的118分。", True),
        ("信息公开子项满分5分，我镇得5.6分。", True),
        ("县对镇考核得5.6分（满分5分）。", True),
        ("社会评议平均12.3分（满分10分）。", True),
        ("年度考核满分100分，本局得102.5分。", True),
        ("按百分制打分，平均得分108分。", True),
        ("按百分制评议，群众代表打分平均为103.5分。", True),
        ("政务公开分值5分，我局得5.5分。", True),
        ("政务公开赋分3分，实得3.5分。", True),
        ("满分为10分的社会评议中，得11分。", True),
        ("第三方评估得分105分，总分100分。", True),
        ("满分100分，得了110分。", True),
        ("网民评分5.6分（满分5分）。", True),
        ("测评成绩为112分（满分100分）。", True),
        ("考核实行百分制，我局得分101.5分。", True),
        ("在满分100分的评估里取得106分。", True),
        ("群众满意度97.2%，满分100分，得分93分。", False),
        ("信息公开子项满分5分，年度考核得分93分。", False),
        ("信息公开子项满分5分，综合得分93分。", False),
        ("政务公开占3分，县对镇考核得分93.5分。", False),
        ("政务公开分值5分，社会评议得93分。", False),
        ("实行百分制考核，公开工作占5分。", False),
        ("满分100分，含加分得103分。", False),
        ("得103分（满分100分，另有附加分5分）。", False),
        ("满分5分，我镇得4.6分；群众评议得93分。", False),
        ("按100分折算占3分，评议得92分。", False),
        ("考核满分120分，我局得103分。", False),
        ("满分10分，全县平均8.5分，我局得9.5分，按百分制折算95分。", False),
        ("考核实行百分制，118名代表打分，平均93分。", False),
        ("总分95.5分，其中公开子项得4.6分。", False),
        ("每次满分10分，四次共得38分。", False),
        ("每项满分20分，五项合计得96分。", False),
        ("满分5分，四个季度分别得4.6分、4.8分、5分、4.9分。", False),
        ("考核分值由3分提高到5分。", False),
        ("得分4.8分（满分5分）。", False),
        ("采用10分制，得分由8.2分提高到9.1分。", False),
        ("采用5分制打分，平均4.6分。", False),
        ("满分5分，我镇用时15分钟。", False),
        ("得9.3分（满分10分）、95分（满分100分）。", False),
        ("考核占3分，满分100分，得分98分。", False),
        ("分值3分，全县考核得93分。", False),
        ("两项得分分别为9.3分、95分（满分10分、100分）。", False),
        ("公开工作赋分3分，我镇考核总分95分。", False),
        ("对12个村打分，满分100分，最高98分、最低81分。", False),
        ("公开子项得分96分，总分92.5分。", False),
        ("公开分值5分，我镇得93分。", False),
    ],
)
def test_a_score_and_its_full_mark(words: str, wrong: bool) -> None:
    assert ("F-08" in told(BUREAU, words)) is wrong


def test_a_slogan_and_its_names_are_told_once() -> None:
    report = BUREAU.with_text("overview", f"{BUREAU.text.overview}\n明确“三个必须”：必须审核、必须登记。")
    assert [finding.check for finding in judged(report)].count("F-07") == 1
