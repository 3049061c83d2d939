"""Startups stand in the A–Z under their own names."""

import pytest

from showcase.models import StartupPage
from showcase.names import brand
from tests.factories.showcase import StartupPageFactory


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Hợp tác xã Trà Núi Mây", "Trà Núi Mây"),
        ("Công ty TNHH Sổ Chợ", "Sổ Chợ"),
        ("Công ty TNHH một thành viên Đồi Chè", "Đồi Chè"),
        ("CÔNG TY CỔ PHẦN Ba Bể", "Ba Bể"),
        ("HTX Nghệ", "Nghệ"),
        ("Hộ kinh doanh Hồng Nà Bản", "Hồng Nà Bản"),
        ("Xưởng cơ khí Nhà Kính Gió", "Nhà Kính Gió"),
        ("Tổ dệt chàm Tổ 6", "dệt chàm Tổ 6"),
        ("Nhóm Ruộng Số", "Ruộng Số"),
        ("Miến Nước Trong", "Miến Nước Trong"),
        ("Hợp tác xã", "Hợp tác xã"),
        ("Xưởngxưởng", "Xưởngxưởng"),
        ("", ""),
    ],
)
def test_the_legal_form_before_a_name_does_not_file_it(name, own):
    assert brand(name) == own


def test_the_alphabet_follows(home):
    for name in ("Hợp tác xã Trà Núi Mây", "Công ty TNHH Sổ Chợ", "Tổ hợp tác Miến", "Đồi Thông"):
        StartupPageFactory(title=name)
    order = StartupPage.objects.visible().a_to_z().values_list("initial", "title")
    assert [row[0] for row in order] == ["Đ", "M", "S", "T"]
