"""What looks like a contradiction is told only where it is one: of a part, of others or of a change it is none."""

import pytest

from model.form.form import Value
from model.report.report import PastReport, Report, Texts
from model.structs import replace
from tests.checks.correct import BUREAU, applications, filled, judged

TOLD = "全年收到政府信息公开申请14件，其中自然人12件、商业企业2件。办理结果：予以公开12件，不予公开2件。"
CASES = "因政府信息公开引起行政复议7件，其中维持4件、纠正2件、其他结果1件；行政诉讼1件，为直接起诉，结果纠正。"
BUSY: Report = replace(
    BUREAU,
    numbers=filled(
        applications("natural_person", received=12, granted=10, refused_deliberative=2),
        applications("enterprise", received=2, granted=2),
        {
            "disputes.review.upheld": 4,
            "disputes.review.corrected": 2,
            "disputes.review.other": 1,
            "disputes.direct_suit.corrected": 1,
        },
    ),
)


def found(*words: str, problems: str = "", report: Report = BUSY) -> list[str]:
    """The checks that compare figures which find something in some paragraphs on applications."""
    text = "\n".join(("（二）依申请公开。", *words))
    told = replace(report, text=replace(report.text, overview=text, problems=problems or report.text.problems))
    return [finding.check for finding in judged(told) if finding.check.startswith("X-")]


@pytest.mark.parametrize(
    "part",
    [
        "自然人申请3件涉及拆迁。",
        "县政府、县直部门、乡镇受理申请的分别为7件、4件和3件。",
        "自然人占85.7%，共12件。",
        "全区法院受理的其他类型行政诉讼案件8件。",
        "镇政府作为第三人参加土地权属诉讼2件。",
        "全县各类行政复议案件共9件。",
        "市司法局办理以市政府为复议机关的政府信息公开行政复议案件140件。",
    ],
)
def test_a_figure_of_a_part_or_of_others_is_quiet(part: str) -> None:
    assert found(TOLD, CASES, part) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("自然人12件", "自然人11件", "X-09"),
        ("自然人12件", "自然人13件", "X-09"),
        ("申请14件", "申请41件", "X-01"),
        ("复议7件", "复议6件", "X-04"),
        ("不予公开2件", "不予公开0件", "X-09"),
    ],
)
def test_a_wrong_figure_that_is_told_once_is_found(old: str, new: str, code: str) -> None:
    assert found(TOLD, CASES) == []
    assert code in found(TOLD.replace(old, new), CASES.replace(old, new))


def test_the_number_that_a_share_is_counts_what_the_share_is_of() -> None:
    three = BUSY.with_numbers(applications("legal_service", received=3, granted=3))
    words = "收到申请17件，全部流转；自然人占70.6%，共12件，商业企业2件，法律服务机构3件。"
    assert found(words, report=three) == []


def test_a_larger_figure_is_found_though_the_right_one_stands_beside_it() -> None:
    assert "X-09" in found(TOLD, "其中自然人申请13件。")


@pytest.mark.parametrize(
    "words",
    [
        "社保窗口打印权益记录195件，不按政府信息公开申请办理。",
        "窗口办理查询申请195件，不列入本项统计。",
        "办理档案查询申请195件，属日常服务，不再另计。",
        "市政府为复议机关的政府信息公开行政复议15件，分别计入被申请人单位。",
    ],
)
def test_what_the_text_itself_leaves_out_is_compared_with_nothing(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("复议诉讼纠正仍有3件。", True),
        ("行政复议和行政诉讼合计有3件被纠正，其中复议2件、诉讼1件。", True),
        ("行政复议和行政诉讼合计有4件被纠正。", False),
        ("行政复议和行政诉讼合计有3件被纠正，其中复议3件。", False),
        ("复议诉讼纠正仍有2件。", False),
    ],
)
def test_cases_of_both_kinds_with_one_outcome(words: str, right: bool) -> None:
    assert (found(CASES, problems=f"一是答复不够规范，{words}二是人手不足，已配备专人。") == []) is right


def test_results_of_one_kind_of_applicants_are_not_those_of_all() -> None:
    assert (
        found(TOLD, "其中自然人的12件中，予以公开10件、不予公开2件；商业企业的2件（含补正1件）中，予以公开2件。") == []
    )


def test_other_results_are_not_carried_over() -> None:
    withdrawn = BUSY.with_numbers(applications("enterprise", received=2, granted=1, other_misc=1))
    words = "予以公开11件、不予公开2件，另有1件经沟通后申请人主动撤回，计入其他处理中的“其他”。"
    assert "X-03" not in found(words, report=withdrawn)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("6个村按季度公布村级财务，全年公布24期。", False),
        ("各村每月公示1次，全年公示36次。", False),
        ("我局按季度公布水质，全年公布6期。", True),
    ],
)
def test_what_several_do_so_often(words: str, wrong: bool) -> None:
    assert ("X-16" in found(words)) is wrong


def test_a_heading_of_documents_is_no_sentence_that_says_there_are_none() -> None:
    assert found("未制发规范性文件。6个行政村公布村级财务。") == []


LAST: dict[str, Value] = {
    **dict.fromkeys(BUSY.form.parts["applications.received.total"], 0),
    "applications.received.natural_person": 9,
}


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("全年新收申请14件，其中自然人12件、商业企业2件，较上年的9件有所增加。", False),
        ("全年新收申请14件，其中自然人12件、商业企业2件，较上年的8件有所增加。", True),
        ("全年新收申请14件，自然人12件，涉及征地的较多，比上年增加5件。", False),
        ("全年新收申请14件，自然人12件，涉及征地的较多，比上年增加6件。", True),
        ("收到申请14件、办结14件，比上年分别增加5件和14件。", False),
        ("收到申请14件、办结14件，比上年分别增加14件和5件。", True),
    ],
)
def test_a_change_is_held_against_each_figure_of_its_sentence(words: str, wrong: bool) -> None:
    past = PastReport(BUSY.form, BUSY.year - 1, LAST, Texts())
    assert ("X-08" in found(words, report=replace(BUSY, last_year=past))) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("为此，我镇一是请法律顾问逐份审核答复书，二是派员驻点帮扶，目前已完成。", False),
        ("为此，我镇请法律顾问逐份审核答复书，二是派员驻点帮扶，目前已完成。", True),
    ],
)
def test_a_first_number_in_the_middle_of_a_clause(words: str, wrong: bool) -> None:
    codes = [finding.check for finding in judged(replace(BUSY, text=replace(BUSY.text, problems=words)))]
    assert ("F-05" in codes) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("办结的申请中，有1件列入“其他处理”，原因是申请人去世。", False),
        ("办结的申请中，有3件列入“其他处理”，原因是申请人去世。", True),
        ("其中1件因申请内容不明确，一次性告知补正后申请人按时补正，已计入上述结果。", False),
        ("受理采伐申请19件、办理19件。", False),
        ("受理信息公开申请19件。", True),
    ],
)
def test_one_reason_and_other_business(words: str, wrong: bool) -> None:
    others = BUSY.with_numbers(applications("enterprise", received=2, granted=0, other_misc=2))
    assert bool(found(words, report=others)) is wrong


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("对标注“注意保存”的参阅材料一律不予张贴。", "P-08", False),
        ("表上“秘密”一栏须明确勾选。", "P-08", False),
        ("本材料注意保存。", "P-08", True),
        ("分管局领导每季度听取汇报。", "Y-11", False),
        ("2024年度我局未收取其他费用。", "Y-11", False),
        ("区政府网站集约26个部门、12个街镇栏目。", "F-06", False),
        ("应诉事务由区征收办办理。", "F-09", False),
        ("由办公室办理理登记。", "F-09", True),
        ("修订局《政府信息主动公开目录》，新增栏目4个。", "N-01", False),
        ("修订局《政府信息公开目彔》，新增栏目4个。", "N-01", True),
        ("完善“起草—审核—发布—归档”四步闭环。", "F-07", False),
        ("完善“起草—发布—归档”四步闭环。", "F-07", True),
        ("形成“受理→审查→答复→归档”三步流程。", "F-07", True),
        ("培训经办人员20X5年220人次。", "Y-04", True),
        ("清理问题信息73条、清“僵尸群”个。", "Y-04", True),
        ("清理问题信息73条、清“僵尸群”3个。", "Y-04", False),
        ("没有收取信息处理工本费。", "N-01", True),
    ],
)
def test_words_are_told_where_they_are_wrong_and_not_where_they_only_look_so(
    words: str, code: str, wrong: bool
) -> None:
    told = replace(BUSY, text=replace(BUSY.text, overview=f"{BUSY.text.overview}\n{words}"))
    assert (code in [finding.check for finding in judged(told)]) is wrong


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("一是底数不清；二是人手不足。下一步改进措施：一是编印操作手册；二是用好微信群。", "F-07", False),
        ("一是底数不清；二是人手不足。下一步三项改进措施：一是编印操作手册；二是用好微信群。", "F-07", True),
        ("一是答复不够规范；二是人手不足。对上述问题，分别请骨干上门辅导、评选公开栏予以解决。", "S-09", False),
        ("一是答复不够规范；二是人手不足。", "S-09", True),
    ],
)
def test_problems_and_what_is_done_about_them(words: str, code: str, wrong: bool) -> None:
    codes = [finding.check for finding in judged(replace(BUSY, text=replace(BUSY.text, problems=words)))]
    assert (code in codes) is wrong


@pytest.mark.parametrize(
    "words",
    [
        "另向保险公司出具气象证明213份。",
        "为企业开具守法情况证明31件，核发校车标牌证书12份。",
        "就同一申请人提出的5件申请，按规定逐件登记、逐件答复。",
        "同一申请人递交的9件申请内容相近，已合并研究、分别答复。",
        "区政府办公室作为答复主体办理的58件，已包含在上述数字中。",
        "随手拍小程序收到市民上报9314件，办结9287件，办结率99.7%。",
        "从受理单位看，县政府办公室5件，自然资源局3件，其余单位合计6件。",
        "企业申请办结5件，自然人申请办结5件，律师事务所申请办结4件。",
        "公开文件81件（另有依申请公开文件57件、不予公开文件203件）。",
        "周边两个乡收到的3件也不涉及本乡。",
        "全年办理优待证申领申请2711件。",
        "驾驶员从业资格证补换申请5100余件由政务窗口办理。",
        "辖区内各物业企业收到业主查账申请146件，由社区协调。",
        "全年办理气象证明57份，主要用于保险理赔。",
        "组织规范性文件清理，对照机构改革后的职能核减目录7项，新增3项。",
        "公开县本级行政规范性文件清理结果：继续有效41件、废止9件、失效6件。",
        "组织40家单位对规范性文件开展清理，动态调整政策文件库，入库文件总数达1260件。",
        "两件分别予以公开和不予公开，年底无结转。",
        "处理结余1件。从答复看，公开12件，不公开2件。",
        "其中两件申请因涉及第三方，分别征求意见7个工作日和9个工作日。",
        "申请较多集中在学区调整（9件）、教师待遇（5件）、收费标准（4件）等方面。",
        "村民申请的土地确权面积1件，因档案已移交县农业农村局，告知向其申请。",
        "律师提出的3件中，公开、部分公开、逾期不补正各1件；其余7件里，公开3件。",
        "社会公益组织的3件申请全部予以公开。",
        "全镇办理宅基地审批158宗、调解纠纷203起。",
        "镇里作为原告参加的河道采砂案1件已审结。",
        "受理“信用修复”申请318件，办结318件。",
        "治安类行政复议全年41件，交通违法复议66件，均不在此列。",
        "信息公开行政复议7件，行政诉讼1件，被纠正的各有2件和1件。",
        "暂扣流动摊贩物品后当场返还的215起未作出强制决定，不计入表二。",
        "上月收到3件，均为个人提出，分别是房屋拆迁2件、物业纠纷1件。",
    ],
)
def test_papers_issued_and_parts_of_the_whole_are_compared_with_nothing(words: str) -> None:
    assert found(TOLD, words) == []


def test_a_rate_of_applications_is_compared_all_the_same() -> None:
    assert found("收到申请14件，办结14件，办结率100%。") == []
    assert "X-11" in found("收到申请14件，办结14件，办结率92.9%。")


def test_the_message_names_the_new_applications_first_and_then_those_with_what_came_in() -> None:
    carried = BUSY.with_numbers(
        {"applications.carried_in.natural_person": 5, "applications.carried_out.natural_person": 5}
    )
    told = replace(carried, text=replace(carried.text, overview="（二）依申请公开。加起来合计22件。"))
    messages = [finding.message for finding in judged(told) if finding.check == "X-01"]
    assert messages == ["正文写收到申请22件，表三本年新收是14件，加上年结转是19件，请核对后改成一致。"]


def test_the_whole_of_a_list_is_no_part_of_it() -> None:
    assert found("14件的构成：予以公开12件，不予公开2件。") == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("申请事项集中在旧区改造（8件）、违建拆除（5件）、其他（1件）。", False),
        ("申请事项集中在旧区改造（8件）、违建拆除（5件）、其他（3件）。", True),
        ("申请内容主要涉及征地补偿8件、房屋拆迁5件。", False),
        ("申请内容主要涉及征地补偿8件、房屋拆迁9件。", True),
        ("申请内容涉及征地补偿8件，房屋拆迁4件，其他2件。", False),
        ("申请内容涉及征地补偿8件，房屋拆迁4件，其他3件。", True),
    ],
)
def test_what_the_applications_are_about_adds_up_to_them(words: str, wrong: bool) -> None:
    assert ("X-06" in found(TOLD, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("收到申请14件。12件公开（含部分公开2件），2件不予公开。", False),
        ("收到申请14件。予以公开12件（包括部分公开2件），不予公开2件。", False),
        ("收到申请14件。13件公开（含部分公开2件），2件不予公开。", True),
    ],
)
def test_those_granted_with_those_granted_in_part(words: str, wrong: bool) -> None:
    partly = BUSY.with_numbers(
        applications("natural_person", received=12, granted=8, partly_granted=2, refused_deliberative=2)
    )
    assert ("X-09" in found(words, report=partly)) is wrong


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("一是解读不多；二是公开不够。为此，我局将一是修订清单，二是开展评查。", "F-05", False),
        ("一是解读不多；二是公开不够。为此，我局将一是修订清单，三是开展评查。", "F-05", True),
        ("局主要领导任组长，办公室牵头。", "F-09", False),
        ("成立领导任组，办公室牵头。", "F-09", True),
        ("做到数据准、对象准、标准准。", "F-09", False),
        ("办理时把握标准准，不出差错。", "F-09", True),
    ],
)
def test_items_and_words_that_only_look_wrong(words: str, code: str, wrong: bool) -> None:
    codes = [finding.check for finding in judged(replace(BUSY, text=replace(BUSY.text, problems=words)))]
    assert (code in codes) is wrong


def test_subheadings_that_run_on_to_a_semicolon_are_alike() -> None:
    first = "（一）在主动公开上，重点公开就业创业政策，全年发布信息118条，公示岗位2批。"
    words = f"{first}\n（二）在监督保障上，局党组每半年听取汇报；检查服务站15个。"
    told = replace(BUSY, text=replace(BUSY.text, overview=words))
    assert "F-05" not in [finding.check for finding in judged(told)]


def test_corrected_cases_of_both_kinds_are_not_those_of_one() -> None:
    assert found(CASES, problems="一是复议、诉讼纠错案件仍有3件，反映出程序不规范。") == []
