"""Names of bodies in another spelling than their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofing.names import miswritten

NAMES = ["Ủy ban nhân dân", "Trung tâm Dịch vụ tổng hợp", "Phòng Văn hóa – Xã hội", "Xã hội"]


def found(text):
    return [(place.written, place.right) for place in miswritten(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Uỷ ban nhân dân phường họp", "Uỷ ban nhân dân"),
        ("do Ủy Ban Nhân Dân phường mời", "Ủy Ban Nhân Dân"),
        ("Trung tâm dịch vụ tổng hợp phường", "Trung tâm dịch vụ tổng hợp"),
        ("Phòng Văn hoá - Xã hội nhận đơn", "Phòng Văn hoá - Xã hội"),
    ],
)
def test_capitals_and_tone_marks_out_of_place_are_found(text, written):
    assert [place[0] for place in found(text)] == [written]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân phường và Trung tâm Dịch vụ tổng hợp",
        "ỦY BAN NHÂN DÂN PHƯỜNG",
        "Phòng Văn hóa - Xã hội",
        "nhân dân, ủy ban kiểm tra",
        "",
    ],
)
def test_right_spelling_headings_and_other_words_are_let_be(text):
    assert found(text) == []


def test_the_longest_name_claims_its_place_alone():
    assert found("phòng văn hóa – xã hội") == [("phòng văn hóa – xã hội", NAMES[2])]


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=5))
def test_nothing_breaks_it(text, names):
    assert all(place.right for place in miswritten(text, names))
