"""Slips of typing: doubled words, wrong characters, blanks in words, broken days, ends of paragraphs."""

import pytest

from model.checks.fix import fixed
from tests.checks.correct import BUREAU, judged


def told(words: str) -> list[tuple[str, str | None]]:
    """What is found in a sentence at the end of section five, with its cure."""
    before = BUREAU.text.problems
    report = BUREAU.with_text("problems", f"{before}\n{words}")
    return [
        (finding.check, fixed(report, finding.fix).text.problems.removeprefix(f"{before}\n") if finding.fix else None)
        for finding in judged(report)
    ]


@pytest.mark.parametrize(
    ("words", "code", "right"),
    [
        ("通过网站公开公开信息12条。", "F-09", "通过网站公开信息12条。"),
        ("做好信息的的发布工作。", "F-09", "做好信息的发布工作。"),
        ("做好政策解读和和回应。", "F-09", "做好政策解读和回应。"),
        ("目录以经完成修订。", "F-09", "目录已经完成修订。"),
        ("做为全年重点。", "F-09", "作为全年重点。"),
        ("统一布署。", "F-09", "统一部署。"),
        ("其它工作有序推进。", "F-09", "其他工作有序推进。"),
        ("行政法复议1件。", "F-09", "行政复议1件。"),
        ("推进政府息公开。", "F-09", "推进政府信息公开。"),
        ("依法申请公开情况良好。", "F-09", "依申请公开情况良好。"),
        ("对公开目录进行了调 整。", "F-01", "对公开目录进行了调整。"),
        ("全年组织四场面向企业的政策宣讲活动，效果比较好", "F-01", "全年组织四场面向企业的政策宣讲活动，效果比较好。"),
        ("组织培训，", "F-01", None),
        ("更新0条.内容。", "F-01", None),
        ("自202411日起施行。", "F-02", None),
        ("截至20241231日，全部完成。", "F-02", "截至2024年12月31日，全部完成。"),
        ("2024收取材料。", "F-02", "2024年收取材料。"),
        ("年内12月31办结。", "F-02", "年内12月31日办结。"),
        ("印发了<>文件。", "H-09", None),
        ("落实《关于<工作方案>的通知》要求。", "H-09", "落实《关于〈工作方案〉的通知》要求。"),
        ("满意度平均分？？分。", "Y-04", None),
        ("完成整改（请领导审定）。", "Y-04", None),
        ("内部资料，注意保存。", "P-08", None),
        ('详见HYPERLINK "http://www.example.com/a"。', "Y-05", "详见。"),
    ],
)  # fmt: skip
def test_a_slip_is_found_and_cured_where_that_is_certain(words: str, code: str, right: str | None) -> None:
    found = dict(told(words))
    assert code in found
    assert found[code] == right


@pytest.mark.parametrize(
    "words",
    [
        "为了了解群众需求，逐步推进进村入户，涉及及时公开的事项一件一件落实，做到点点滴滴、方方面面有回应。",
        "公众参与与监督并重，所有有关事项的目的的确明确，一项一项核对，许许多多建议得到采纳。",
        "认真研究研究再答复，存在在线办理不便的情况，依法依规公开，持续持久推进。",
        "以经济建设为中心，以经开区为试点，逐条列出清单，公部门协同，化学反应试验安全。",
        "公民、法人可以依法申请公开政府信息。",
        "（一）主动公开 按要求发布信息。",
        "（二）强化组织领导，健全工作机制，压实各方责任",
        "联系人 办公室 电话 0431-89682735",
        "满意度>95%，3.5条.",
        "2024年11月1日起施行，全年12月召开会议3次，2024年1月至12月。",
        "编号20241231，共20241条。",
    ],
)
def test_what_is_right_is_left_alone(words: str) -> None:
    assert [code for code, _ in told(words) if code in ("F-09", "F-02", "H-09", "Y-04", "P-08")] == []
    assert "F-01" not in dict(told(words)) or words.endswith("条.")


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("公众号恢复复更新，推送图解。", True),
        ("实行信息员持证上上岗。", True),
        ("开展展“校园开放日”3次。", True),
        ("意见已核核实反馈。", True),
        ("关注人数超过1.2万万人。", True),
        ("新设专栏9个个。", True),
        ("申请人对补正程序理解不够够。", True),
        ("做好政策解解读工作。", True),
        ("有关线索索，均已移交。", True),
        ("群众满满意。", True),
        ("我局以经把公众需求作为重点。", True),
        ("专栏以经纳入统一平台。", True),
        ("压实站所责仁。", True),
        ("严格履行保蜜审查程序。", True),
        ("末经审核一律不予发布。", True),
        ("本机关末收取任何费用。", True),
        ("强化责任追纠。", True),
        ("聘请社会临督员5名。", True),
        ("建立登记薄。", True),
        ("组织培巡2期。", True),
        ("群众座谈会改为坐谈会。", True),
        ("向第三方争求意见5件次。", True),
        ("逐件归挡。", True),
        ("收废标准公开。", True),
        ("网络信号差的自然村村获取信息难。", True),
        ("逐步增加加分乡镇数据的发布。", True),
        ("推送文章203篇，阅读量量9.6万次。", True),
        ("平均提前11天左左右。", True),
        ("改进进措施已经写明。", True),
        ("（二二）依申请公开。", True),
        ("其其中自然人3件。", True),
        ("没有收取费用，也也没有减免。", True),
        ("比上年降至至20%。", True),
        ("群众评议群众众满意。", True),
        ("在14个乡镇中列第第3名。", True),
        ("设置公告栏栏9块。", True),
        ("收到申情次日分办。", True),
        ("落实订密和解密程序。", True),
        ("对9个大对开展交叉检查2轮。", True),
        ("名单到其撤除，全年撤除21份。", True),
        ("办公室人员身兼数值，发布不及时。", True),
        ("三道关口，三到审核中任何一道不过即退回。", True),
        ("更新及时，做倒了内容真实。", True),
        ("行政复议决定书26分、公共法律服务指引18条。", True),
        ("满足群忠需求。", True),
        ("逐件登纪后移送。", True),
        ("完成属幸的认定。", True),
        ("满意度得96.5份，居前列。", True),
        ("举办培训班1期，个各分局派员参加。", True),
        ("定其更新栏目。", True),
        ("办公室主任任信息审核组组长，任务到人。", False),
        ("对失责而追究责任的一律公开，一人身兼数岗。", False),
        ("实行村村通，村村有广播，户户知晓，层层压实。", False),
        ("公开开展情况，结转转办各有记录，件件有回音。", False),
        ("农村村民建房、城镇镇区改造、全市市直单位公开。", False),
        ("加大对口帮扶力度，三大队均派员，看到其他县的做法。", False),
        ("找到其归属，限其整改，三到四次核对。", False),
        ("工作满30分钟，评分26分、30分两档。", False),
        ("转载县疾控机构信息，相应档案归档。", False),
        ("赴清原乡公开，进洛实村宣讲，到工坐河走访。", False),
        ("增强竞争意识，公平参与。", False),
        ("企业自己制定标准并公开。", False),
        ("回收废旧农膜的补贴全部公开。", False),
        ("大幅提高高新技术企业补贴的公开质量。", False),
        ("对全年工作作了部署。", False),
        ("群众可以以书面形式提出申请。", False),
        ("县旅游局局长何某带队。", False),
        ("由主任任组长，市市场监管局参加。", False),
        ("推进各项工作扎扎实实，方方面面。", False),
        ("年末收取的押金已退还，月末发布。", False),
        ("上上下下形成合力，网上上报材料。", False),
        ("从收到到答复最长用时12天。", False),
        ("法院公开开庭3次，农村村民参加旁听。", False),
        ("以经济建设为中心，以经验交流促提升。", False),
        ("健全全程留痕制度，处理理由充分。", False),
        ("个个有任务，3个个体户受益，人人参与。", False),
        ("办公室室内张贴，答复复核后发出。", False),
        ("行政复议议题，梳理理念。", False),
        ("教少年儿童识别信息，专兰州拉面摊位公示。", False),
    ],
)
def test_a_character_too_many_or_a_wrong_one(words: str, wrong: bool) -> None:
    assert ("F-09" in dict(told(words))) is wrong
