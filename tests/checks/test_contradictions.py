"""X-16: figures of one sentence that cannot all be right are told; those that fit are left alone."""

import pytest

from tests.checks.correct import BUREAU, judged

WRONG = [
    "政务公开考核权重由4分提高到3分。",
    "答复平均用时由14个工作日缩短到19个工作日。",
    "网站栏目由6个并为9个。",
    "视频解读占比由41%提高到68%，提高17个百分点。",
    "听取意见建议27条，采纳29条。",
    "检查发现问题85个，已整改92个。",
    "发布信息524条，其中补贴类217条、占44.11%。",
    "已审结的案件中，4件占已审结23件的19.73%。",
    "发出问卷200份，回收188份，回收率96%。",
    "编发通报10期（每季度3期）。",
    "每季度公示1次，共3次。",
    "网站专栏由9个增加到14个，净增4个。",
    "常见问答由60条增加到90条，增幅为30%。",
    "公开信息389条，比2023年的342条增加57条。",
    "许可386件，比上年减少16件，下降14.0%。",
    "抽查60个小组，公示到位58个，到位率97.6%。",
    "审核稿件312篇，退改329篇。",
    "举办直播答疑7场，上、下半年各3场。",
]
RIGHT = [
    "政务公开考核权重由3分提高到4分。",
    "答复平均用时由14个工作日缩短到9个工作日。",
    "视频解读占比由41%提高到58%，提高17个百分点。",
    "听取意见建议27条，采纳19条。",
    "检查发现问题85个，已整改85个。",
    "累计发现问题85个，整改92个次。",
    "上半年收到网友申请3件，连同上年的一起办结4件。",
    "发布信息524条，其中补贴类217条、占41.41%。",
    "发出问卷200份，回收188份，回收率94%。",
    "编发通报12期（每季度3期）。",
    "每季度至少公示1次，共6次。",
    "网站专栏由9个增加到14个，净增5个。",
    "常见问答由60条增加到90条，增幅为50%。",
    "公开信息389条，比2023年的342条增加47条。",
    "许可386件，比上年减少16件，下降4.0%。",
    "抽查60个小组，公示到位58个，到位率96.7%。",
]


def told(words: str) -> list[str]:
    report = BUREAU.with_text("overview", f"{BUREAU.text.overview}\n{words}")
    return [finding.message for finding in judged(report) if finding.check == "X-16"]


@pytest.mark.parametrize("words", WRONG)
def test_figures_that_contradict_each_other_are_told_once(words: str) -> None:
    (message,) = told(words)
    assert "请核对" in message


@pytest.mark.parametrize("words", RIGHT)
def test_figures_that_fit_are_left_alone(words: str) -> None:
    assert told(words) == []
