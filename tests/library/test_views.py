"""What has an address and what has none; the admin's ways in."""

import io
import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction

from core.models import BasePage
from library.documents import check_document
from library.models import CustomDocument, CustomImage
from tests.factories.library import DocumentFactory, LegalDocumentPageFactory, make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory

RANDOM = re.compile(r"[0-9a-f]{32}\.[a-z]+$")


def jpeg(size=(300, 200)):
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "MAY-ANH-BI-MAT"
    Image.new("RGB", size, "teal").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_1234.HEIC", out.getvalue(), content_type="image/heic")


# --- addresses ----------------------------------------------------------------------------------
def test_originals_and_documents_have_no_address_below_media(client, db):
    image, document = make_image(), DocumentFactory()
    assert RANDOM.search(image.file.name)
    assert RANDOM.search(document.file.name)
    for name in (image.file.name, document.file.name, "../site.sqlite3", "images/../../x.jpg"):
        assert client.get(f"/media/{name}").status_code == 404


def test_renditions_are_served_for_ever_under_names_that_lead_nowhere(client, db, settings):
    image = make_image()
    rendition = image.get_rendition("width-320|format-webp")
    assert RANDOM.search(rendition.file.name)
    assert image.file.name[-20:-4] not in rendition.url
    answer = client.get(rendition.url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/webp"
    assert "immutable" in answer["Cache-Control"]
    settings.SERVE_MEDIA = False
    assert client.get(rendition.url).status_code == 404


def test_cover_art_is_the_same_for_ever(client, db):
    one = client.get("/hoa-tiet/news/card/0123abcd.svg")
    assert one["Content-Type"] == "image/svg+xml"
    assert one.content == client.get("/hoa-tiet/news/card/0123abcd.svg").content
    assert one.content != client.get("/hoa-tiet/news/card/0123abce.svg").content
    for wrong in ("x/card/0123abcd", "news/x/0123abcd", "news/card/xyz", "news/card/0123ABCD"):
        assert client.get(f"/hoa-tiet/{wrong}.svg").status_code == 404


def test_a_private_document_is_not_for_strangers(client, db):
    closed = Collection.get_first_root_node().add_child(name="Nội bộ")
    document = DocumentFactory(title="Biên bản họp", collection=closed)
    assert "bien-ban-hop-" in document.url
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    assert client.get(document.url).status_code == 302
    assert client.get(f"/documents/{document.pk}/bien-ban-hop.pdf").status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "taken"),
    [
        ("a.pdf", b"%PDF-1.7 x", True),
        ("a.pdf", b"MZ\x90", False),
        ("a.docx", b"PK\x03\x04 broken", False),
        ("a.txt", "chữ".encode(), True),
        ("a.txt", b"\x00\x01", False),
        ("a.exe", b"MZ", False),
        ("a.html", b"<script>", False),
        ("a.mp3", b"ID3\x04", True),
    ],
)
def test_documents_are_what_their_ending_says(name, data, taken):
    file = ContentFile(data, name=name)
    if taken:
        check_document(file)
    else:
        with pytest.raises(ValidationError):
            check_document(file)


# --- the admin's ways in ------------------------------------------------------------------------
def test_a_single_upload_asks_for_words_and_stores_a_clean_picture(admin_client):
    url = reverse("wagtailimages:add")
    answer = admin_client.post(url, {"title": "Ảnh", "file": jpeg()})
    assert "trang trí" in str(answer.context["form"].errors["description"])
    admin_client.post(
        url, {"title": "Ảnh", "file": jpeg(), "description": "Đồi chè", "people": "none"}
    )
    image = CustomImage.objects.get()
    assert image.default_alt_text == "Đồi chè"
    assert b"BI-MAT" not in image.file.read()


def test_a_refused_upload_says_why_beside_the_field(admin_client):
    gif = SimpleUploadedFile("a.jpg", b"GIF89a;;;;", content_type="image/gif")
    answer = admin_client.post(reverse("wagtailimages:add"), {"title": "Ảnh", "file": gif})
    assert "Không nhận ra ảnh" in str(answer.context["form"].errors["file"])
    assert not CustomImage.objects.exists()


def test_a_new_file_for_an_old_picture_leaves_no_orphan(admin_client):
    image = make_image()
    old = image.file.name
    admin_client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title": "Ảnh", "file": jpeg(), "is_decorative": "on", "people": "none"},
    )
    image = CustomImage.objects.get()
    assert image.file.name != old
    assert not image.file.storage.exists(old)
    assert image.default_alt_text == ""
    assert b"BI-MAT" not in image.file.read()


def test_many_pictures_at_once_are_cleaned_too_and_wait_for_their_words(admin_client):
    answer = admin_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Ảnh", "files[]": jpeg()},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    told = answer.json()
    assert told["success"], told
    upload = told["uploaded_file_id"]
    prefix = f"uploaded-image-{upload}"
    made = admin_client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[upload]),
        {f"{prefix}-title": "Ảnh", f"{prefix}-description": "Đồi chè", f"{prefix}-people": "none"},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert made.json()["success"], made.json()
    assert b"BI-MAT" not in CustomImage.objects.get().file.read()


def test_a_document_uploaded_in_the_admin_is_checked(admin_client):
    wrong = SimpleUploadedFile("a.pdf", b"MZ\x90")
    answer = admin_client.post(reverse("wagtaildocs:add"), {"title": "Tệp", "file": wrong})
    assert "Nội dung tệp" in str(answer.context["form"].errors["file"])
    assert not CustomDocument.objects.exists()


# --- {% picture %} ------------------------------------------------------------------------------
def draw(image, words='alt="Miến"'):
    template = Template("{% load library_tags %}{% picture image " + words + " %}")
    return template.render(Context({"image": image}))


def test_a_picture_comes_in_three_formats_with_its_size(db):
    html = draw(make_image(size=(1200, 800)), 'alt="Miến" widths="320,640" sizes="50vw"')
    assert 'type="image/avif"' in html
    assert 'type="image/webp"' in html
    assert html.count("320w") == html.count("640w") == 2
    assert re.search(r'alt="Miến" width="640" height="42[67]" loading="lazy"', html)


def test_the_lead_picture_is_not_lazy(db):
    html = draw(make_image(), 'alt="" priority=True')
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_a_crop_keeps_the_focal_point(db):
    image = make_image(size=(900, 300), colour="white")
    image.focal_point_x, image.focal_point_y = 850, 150
    image.focal_point_width = image.focal_point_height = 60
    image.save()
    html = draw(image, 'alt="" widths="300" ratio="1x1"')
    assert 'width="300" height="300"' in html
    assert not image.renditions.filter(focal_point_key="").exists()


def test_a_missing_file_shows_the_woven_cover_or_nothing(db, caplog):
    image = make_image()
    image.file.storage.delete(image.file.name)
    image = CustomImage.objects.get()
    assert draw(image) == ""
    covered = draw(image, 'alt="" fallback_kind="news" fallback_seed="Tiêu đề"')
    assert "/hoa-tiet/news/wide/" in covered


def test_cards_ask_for_no_rendition_of_their_own(home, django_assert_num_queries):
    column = ColumnPageFactory()
    for n in range(6):
        ArticlePageFactory(parent=column, lead_image=make_image(title=str(n)))
    pages = BasePage.objects.visible().filter(kind="tin-tuc")
    for page in pages.for_cards():
        draw(page.lead_image, 'alt="" widths="160,320"')
    with django_assert_num_queries(2):
        for page in pages.for_cards():
            draw(page.lead_image, 'alt="" widths="160,320"')


# --- legal documents ----------------------------------------------------------------------------
def test_documents_sort_by_day_then_by_number_as_a_number(client, home):
    for number in ("9/KH-UBND", "10/KH-UBND", "100/KH-UBND"):
        LegalDocumentPageFactory(number=number)
    html = client.get("/van-ban/").content.decode()
    assert html.index("100/KH-UBND") < html.index("10/KH-UBND") < html.index("9/KH-UBND</b>")


def test_a_document_says_whether_it_was_verified_and_is_in_force(client, home):
    page = LegalDocumentPageFactory(effect="in_force")
    html = client.get(page.url).content.decode()
    assert "Chưa kiểm chứng." in html
    assert "Còn hiệu lực" in html
    page.verified = True
    page.save()
    assert "Chưa kiểm chứng." not in client.get(page.url).content.decode()


def test_relations_read_both_ways_and_leave_hidden_documents_out(client, home):
    from library.models import DocumentRelation

    old, new = LegalDocumentPageFactory(number="1/QD"), LegalDocumentPageFactory(number="2/QD")
    new.relations.add(DocumentRelation(kind="replaces", target=old))
    new.save()
    assert "Được thay thế bởi" in client.get(old.url).content.decode()
    assert "Thay thế" in client.get(new.url).content.decode()
    new.unpublish()
    assert "Được thay thế bởi" not in client.get(old.url).content.decode()
