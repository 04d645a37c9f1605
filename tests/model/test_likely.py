"""Type and level by the name of an agency, only where the name says them."""

import pytest

from model.report.names import with_likely
from model.report.report import Agency


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("青河县水务局", "department", "county"),
        ("青河县发展和改革委员会", "department", "county"),
        ("白石县人民政府", "government", "county"),
        ("青河县石桥镇人民政府", "township", "county"),
        ("城东街道办事处", "subdistrict", ""),
        ("吉林省财政厅", "department", "province"),
        ("长春市公安局", "department", ""),
        ("内蒙古自治区呼伦贝尔市公安局", "department", ""),
        ("某大学", "", ""),
        ("", "", ""),
    ],
)
def test_the_name_says_it_or_nothing_is_said(name: str, kind: str, level: str) -> None:
    found = with_likely(Agency(name))
    assert (found.type, found.level) == (kind, level)


def test_what_is_known_stays() -> None:
    assert with_likely(Agency("青河县水务局", type="other", level="city")) == Agency(
        "青河县水务局", type="other", level="city"
    )
