"""雷同: copied sentences under another name are told, what the law makes everybody say is not."""

from model.report.report import Agency, Texts
from model.review.row import Row
from model.review.sentences import keyed, names_of, sentences_of
from model.review.similar import alike
from model.structs import replace

OWN = (
    "围绕灌区改造和防汛值守，在网站发布解读文件十二篇。{0}每季度开展一次信息发布自查，整改错链四十条。"
    "新建乡镇公开专栏八个，接待群众现场咨询一百余人次。"
)
COMMON = (
    "本年度未收到政府信息公开申请，没有发生因政府信息公开引起的行政复议。"
    "严格落实《中华人民共和国政府信息公开条例》（国务院令第711号）。"
)


def row(name: str, overview: str, before: str = "") -> Row:
    agency = Agency(name)
    made = Row(
        f"{name}.docx", agency=agency, form="2021", year=2024, sentences=sentences_of(Texts(overview=overview), agency)
    )
    return replace(made, before=sentences_of(Texts(overview=before), agency))


def test_a_copied_text_is_told_of_both_though_names_and_blanks_differ() -> None:
    one, two = (
        row("甲县水务局", OWN.format("甲县水务局")),
        row("乙县教育局", OWN.format("乙县教育局").replace("，", "， ")),
    )
    found = alike([one, two, row("丙局", "我局自己写的一句很长很长的话，同谁都不相同，也没有抄谁的。" + COMMON)])
    assert {file: [(each.file, each.share) for each in each_found] for file, each_found in found.items()} == {
        "甲县水务局.docx": [("乙县教育局.docx", 100)],
        "乙县教育局.docx": [("甲县水务局.docx", 100)],
    }


def test_what_everybody_must_say_makes_nobody_alike() -> None:
    assert alike([row("甲局", COMMON), row("乙局", COMMON)]) == {}
    assert not list(keyed(COMMON, names_of(Agency("甲局"))))


def test_a_little_in_common_is_not_half_of_a_part() -> None:
    shared, own = (
        OWN.format("").split("。")[0] + "。",
        "只有这个单位才会写的很长很长的一句话，里面什么都有，谁也不会写成一样。" * 1,
    )
    many = "".join(own.replace("一句话", f"第{number}句话，讲的是另一件事情") for number in range(4))
    assert (
        alike([row("甲局", shared + many), row("乙局", shared + many.replace("这个", "那个").replace("讲的", "说的"))])
        == {}
    )


def test_last_years_words_again() -> None:
    (found,) = alike([row("甲局", OWN.format(""), before=OWN.format(""))]).values()
    assert [(each.file, each.text, each.share) for each in found] == [("", "overview", 100)]
