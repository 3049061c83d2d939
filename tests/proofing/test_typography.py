"""Slips of spacing, punctuation and figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofing.typography import RULES, slips


def codes(text):
    return [slip.rule.code for slip in slips(text)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Xã  Nông Thượng", "double_space"),
        ("Phường ta , bà con", "space_before"),
        ("Bà con ơi !", "space_before"),
        ("Bản Mới ,mở hàng", "space_before"),
        ("Đạt 30 ( ba mươi) hộ", "space_in_quotes"),
        ("miến,nghệ và chè", "space_after"),
        ("Một dòng ngắn ,có lỗi", "space_after"),
        ("Hôm qua mưa.Hôm nay nắng", "space_after"),
        ('Chị nói "được rồi" và cười', "straight_quotes"),
        ("Còn nữa...", "dots"),
        ("Bắc Kạn - Thái Nguyên", "dash"),
        ("giá 1,250,000 đồng", "thousands"),
        ("tăng 3.5% so với", "percent"),
    ],
)
def test_a_slip_is_found(text, code):
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hợp tác xã, tám hộ: miến – nghệ – chè (loại một); giá 1.250.000 đồng, tăng 3,5%…",
        "Lúc 7:30, ngày 27/11/2026, tại TP. Thái Nguyên.",
        "Theo Nghị định 224/2026/NĐ-CP, Kế hoạch 209/KH-UBND.",
        "Xem https://phuong.example.vn/tin...a,b hoặc gửi ban.bien-tap@phuong.example.vn.",
        "Trang backan.thainguyen.gov.vn mở lúc 8 giờ",
        "Chị hỏi: “Được chưa?” Anh đáp: “Được!”",
        "Giai đoạn 2026-2030, số 3.500 hộ, điểm 8,5/10",
        "v.v. và các việc khác; TP.HCM",
        "Dòng một\nDòng hai",
    ],
)
def test_good_vietnamese_is_let_be(text):
    assert codes(text) == []


def test_the_words_around_a_slip_are_quoted_and_cut_between_words():
    [slip] = slips("Hôm nay bà con ở tổ 5 phường ta  ra nhà văn hóa để học bán hàng trên mạng")
    assert slip.around == "ở tổ 5 phường ta  ra nhà văn hóa"


@given(st.text(max_size=300))
def test_no_text_breaks_it(text):
    assert all(slip.rule in RULES for slip in slips(text))
