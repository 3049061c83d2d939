"""The finder of English finds it, and leaves Vietnamese alone."""

import pytest

from tests.english import english, of_html


@pytest.mark.parametrize(
    "text",
    [
        "Save draft",
        "Page 3 of 12.",
        "Choose another chủ đề",
        "Add collections",
        "Trang chủ - Wagtail",
        "1–20 trong 21 None",
        "The page could not be saved",
    ],
)
def test_english_is_found(text):
    assert english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lưu bản nháp",
        "Trang 3/12",
        "Video",
        "tu-vung/save-page.html",
        "an-toan@mau.example",
        "Hợp tác xã Na Ri, 3,5 %",
        "23/11/2026 17:30",
    ],
)
def test_vietnamese_and_addresses_are_left_alone(text):
    assert english(text) == ""


def test_every_place_a_reader_meets_words_is_looked_at():
    html = (
        '<title>A</title><p hidden>B</p><img alt="C"><a aria-label="D" title="E"></a>'
        '<input type="submit" value="F"><input type="text" value="x" placeholder="G">'
        "<template><b>H</b></template><script>x</script><p lang=en>x</p><textarea>x</textarea>"
    )
    assert of_html(html) == set("ABCDEFGH")
