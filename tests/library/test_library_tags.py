"""`{% picture %}`: what the browser is given."""

import io
import re

import pytest
from django.template import Context, Template
from PIL import Image, ImageDraw

from library.models import CustomImage
from library.templatetags.library_tags import cover_seed, cover_url
from tests.factories.library import make_image


def draw(image, words='alt="Miến"', **context):
    template = Template("{% load library_tags %}{% picture image " + words + " %}")
    return template.render(Context({"image": image, **context}))


def srcset(html, form):
    found = re.search(rf'type="image/{form}" srcset="([^"]+)" sizes="([^"]+)"', html)
    return [part.split(" ")[1] for part in found[1].split(", ")], found[2]


def shown(html, client):
    """The picture a plain browser shows."""
    answer = client.get(re.search(r'<img src="([^"]+)"', html)[1])
    return Image.open(io.BytesIO(b"".join(answer.streaming_content))).convert("RGB")


def with_a_red_stall_at_the_right():
    image = make_image(size=(900, 300), colour="white")
    with image.file.storage.open(image.file.name) as stored:
        picture = Image.open(stored).convert("RGB")
    ImageDraw.Draw(picture).rectangle((800, 100, 880, 200), fill="red")
    picture.save(image.file.path, "JPEG", quality=90)
    return image


def reds(picture):
    pixels = picture.resize((60, 60)).get_flattened_data()
    return sum(1 for red, green, _ in pixels if red > 180 and green < 90)


def test_the_browser_may_choose_format_and_size_and_every_file_is_there(db, client):
    html = draw(make_image(size=(1600, 900)), 'alt="Miến" widths="320,640,960" sizes="50vw"')
    assert srcset(html, "avif") == srcset(html, "webp") == (["320w", "640w", "960w"], "50vw")
    assert html.index("image/avif") < html.index("image/webp") < html.index("<img")
    for address in re.findall(r'(/media/[^" ]+)', html):
        assert client.get(address).status_code == 200, address
    assert shown(html, client).size == (640, 360)


def test_a_small_picture_is_not_blown_up(db):
    html = draw(make_image(size=(300, 200)), 'widths="480,960,1440"')
    assert srcset(html, "avif")[0] == ["300w"]
    assert 'width="300" height="200"' in html


@pytest.mark.parametrize(
    ("ratio", "size"),
    [("1x1", (240, 240)), ("4x3", (240, 180)), ("3x2", (240, 160)), ("16x9", (240, 135)),
     ("4x5", (240, 300))],
)  # fmt: skip
def test_a_ratio_is_cut_exactly_and_said_in_the_markup(db, client, ratio, size):
    html = draw(make_image(size=(800, 800)), f'widths="240" ratio="{ratio}"')
    assert f'width="{size[0]}" height="{size[1]}"' in html
    assert shown(html, client).size == size


def test_a_crop_goes_where_the_editor_pointed(db, client):
    image = with_a_red_stall_at_the_right()
    words = 'widths="240" ratio="1x1"'
    assert reds(shown(draw(image, words), client)) == 0
    image.focal_point_x, image.focal_point_y = 840, 150
    image.focal_point_width = image.focal_point_height = 80
    image.save()
    assert reds(shown(draw(image, words), client)) > 20


def test_the_alternative_text_and_the_class_cannot_break_out(db):
    html = draw(make_image(), "alt=bad css=bad sizes=bad", bad='"><script>alert(1)</script>')
    assert "<script" not in html
    assert html.count("&quot;&gt;&lt;script") == 4
    assert 'alt=""' in draw(make_image(), "alt=none", none=None)


@pytest.mark.parametrize("spoil", ["gone", "empty", "text"])
def test_a_lost_or_spoilt_file_leaves_a_gap_or_the_cover(db, spoil):
    image = make_image()
    image.file.storage.delete(image.file.name)
    if spoil != "gone":
        content = b"" if spoil == "empty" else b"khong phai anh"
        with open(image.file.path, "wb") as file:
            file.write(content)
    image = CustomImage.objects.get()  # without the bytes kept in memory
    assert draw(image) == ""
    assert "/hoa-tiet/story/portrait/" in draw(
        image, 'ratio="4x5" fallback_kind="story" fallback_seed="Tựa"'
    )


def test_an_item_without_a_picture_shows_the_cover_of_its_title(client, db):
    words = 'ratio="4x3" fallback_kind="news" fallback_seed=title css="thumb" priority=True'
    html = draw(None, words, title='Miến dong <b> "chị Hoa"')
    address = re.search(r'src="([^"]+)"', html)[1]
    assert client.get(address)["Content-Type"] == "image/svg+xml"
    assert 'class="thumb woven"' in html
    assert 'alt="" width="800" height="600" fetchpriority="high"' in html
    assert draw(None) == ""


def test_titles_have_covers_of_their_own_that_stay():
    assert cover_seed("Miến dong") == cover_seed("Miến dong") != cover_seed("Mien dong")
    assert re.fullmatch(r"[0-9a-f]{8}", cover_seed("\ud800 nửa chữ"))
    assert cover_url("news", "x", "wide").endswith(f"/hoa-tiet/news/wide/{cover_seed('x')}.svg")
