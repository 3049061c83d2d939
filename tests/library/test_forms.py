"""Every way a picture comes in through the admin: normalised, described, no orphan left."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from library.models import CustomImage
from tests.factories.library import make_image

SECRET = b"MAY-ANH-CUA-BA-MAI"
WORDS = {"title": "Đồi chè", "people": "none", "description": "Đồi chè lúc sáng sớm"}
MESSAGE = "Viết một câu nói điều thấy trong ảnh"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """A media folder of the test's own: what is in it can be counted."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def photo(colour="teal", size=(300, 200)):
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_1234.JPG", out.getvalue(), content_type="image/jpeg")


def fake():
    return SimpleUploadedFile("a.jpg", b"GIF89a<script>", content_type="image/jpeg")


def files_in(media):
    return sorted(str(path.relative_to(media)) for path in Path(media).rglob("*") if path.is_file())


def originals_in(media):
    return [name for name in files_in(media) if not name.startswith("images/")]


def assert_clean(image, media):
    """One stored original, upright, without the camera's name; the sizes kept are its own."""
    content = (media / image.file.name).read_bytes()
    assert SECRET not in content
    assert Image.open(io.BytesIO(content)).size == (image.width, image.height) == (200, 300)
    assert "IMG_1234" not in image.file.name


def post_ajax(client, url, data):
    return client.post(url, data, headers={"x-requested-with": "XMLHttpRequest"})


def test_one_upload_is_normalised_and_stored_once(admin_client, media):
    answer = admin_client.post(reverse("wagtailimages:add"), {**WORDS, "file": photo()})
    assert answer.status_code == 302
    assert_clean(CustomImage.objects.get(), media)
    assert originals_in(media) == [CustomImage.objects.get().file.name]


@pytest.mark.parametrize("words", ["", "   "])
def test_a_picture_without_words_is_sent_back_and_nothing_is_stored(admin_client, media, words):
    data = {**WORDS, "description": words, "file": photo()}
    answer = admin_client.post(reverse("wagtailimages:add"), data)
    assert MESSAGE in str(answer.context["form"]["description"].errors)
    assert MESSAGE in answer.content.decode()
    assert not CustomImage.objects.exists()
    assert originals_in(media) == []


def test_a_decorative_picture_needs_no_words_and_readers_hear_none(admin_client):
    data = {"title": "Hoa văn", "people": "none", "is_decorative": "on", "file": photo()}
    admin_client.post(reverse("wagtailimages:add"), data)
    assert CustomImage.objects.get().default_alt_text == ""


def test_the_upload_page_says_what_is_taken_and_that_the_place_is_removed(admin_client):
    html = admin_client.get(reverse("wagtailimages:add")).content.decode()
    assert "AVIF hoặc HEIC, tối đa 20 MB" in html
    assert "Vị trí chụp" in html


def test_nothing_chosen_and_a_false_picture_are_told_beside_the_field(admin_client, media):
    url = reverse("wagtailimages:add")
    nothing = admin_client.post(url, WORDS)
    assert "Chọn một ảnh." in str(nothing.context["form"]["file"].errors)
    false = admin_client.post(url, {**WORDS, "file": fake()})
    assert "Không nhận ra ảnh" in str(false.context["form"]["file"].errors)
    assert originals_in(media) == []


def chooser_post(client, **data):
    named = {f"image-chooser-upload-{key}": value for key, value in data.items()}
    return post_ajax(client, reverse("wagtailimages_chooser:create"), named).json()


def test_a_picture_uploaded_from_inside_a_page_is_normalised_too(admin_client, media):
    told = chooser_post(admin_client, **WORDS, file=photo())
    assert told["step"] == "chosen"
    image = CustomImage.objects.get()
    assert_clean(image, media)
    assert originals_in(media) == [image.file.name]


def test_the_chooser_asks_for_words_and_refuses_false_pictures(admin_client, media):
    told = chooser_post(admin_client, title="Đồi", people="none", file=photo())
    assert MESSAGE in told["htmlFragment"]
    told = chooser_post(admin_client, **WORDS, file=fake())
    assert "Không nhận ra ảnh" in told["htmlFragment"]
    assert not CustomImage.objects.exists()
    assert originals_in(media) == []


def test_many_at_once_are_normalised_in_two_steps_and_the_raw_upload_goes(admin_client, media):
    sent = {"title": "Đồi chè", "files[]": photo()}
    told = post_ajax(admin_client, reverse("wagtailimages:add_multiple"), sent).json()
    assert told["success"], told
    assert "Mô tả ảnh" in told["form"]
    key = told["uploaded_file_id"]
    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[key])
    bare = {f"uploaded-image-{key}-title": "Đồi chè", f"uploaded-image-{key}-people": "none"}
    again = post_ajax(admin_client, url, bare).json()
    assert not again["success"]
    assert MESSAGE in again["form"]
    assert not CustomImage.objects.exists()
    words = {f"uploaded-image-{key}-description": "Đồi chè lúc sáng sớm"}
    assert post_ajax(admin_client, url, {**bare, **words}).json()["success"]
    image = CustomImage.objects.get()
    assert_clean(image, media)
    assert not UploadedFile.objects.exists()
    assert originals_in(media) == [image.file.name]


def test_a_false_picture_among_many_is_refused_at_once_with_its_reason(admin_client, media):
    sent = {"title": "x", "files[]": fake()}
    told = post_ajax(admin_client, reverse("wagtailimages:add_multiple"), sent).json()
    assert not told["success"]
    assert "Không nhận ra ảnh" in told["error_message"]
    assert originals_in(media) == []


def test_a_raw_upload_that_waits_for_its_words_has_no_address(admin_client, client, media):
    sent = {"title": "x", "files[]": photo()}
    post_ajax(admin_client, reverse("wagtailimages:add_multiple"), sent)
    [waiting] = originals_in(media)
    assert client.get(f"/media/{waiting}").status_code == 404
    assert admin_client.get(f"/media/{waiting}").status_code == 404


def test_a_new_file_replaces_the_old_one_with_its_renditions(
    admin_client, media, django_capture_on_commit_callbacks
):
    image = make_image()
    old = image.file.name
    image.get_rendition("width-100|format-webp")
    with django_capture_on_commit_callbacks(execute=True):
        url = reverse("wagtailimages:edit", args=[image.pk])
        assert admin_client.post(url, {**WORDS, "file": photo()}).status_code == 302
    image = CustomImage.objects.get()
    assert_clean(image, media)
    assert old not in files_in(media)
    assert originals_in(media) == [image.file.name]
    kept = {rendition.file.name for rendition in image.renditions.all()}
    assert {name for name in files_in(media) if name.startswith("images/")} == kept
    assert not image.renditions.filter(filter_spec="width-100|format-webp").exists()


def test_a_refused_new_file_leaves_the_old_picture_as_it_was(admin_client, media):
    image = make_image()
    before = (media / image.file.name).read_bytes()
    url = reverse("wagtailimages:edit", args=[image.pk])
    answer = admin_client.post(url, {**WORDS, "file": fake()})
    assert "Không nhận ra ảnh" in str(answer.context["form"]["file"].errors)
    image.refresh_from_db()
    assert (media / image.file.name).read_bytes() == before


def test_new_words_alone_leave_the_file_alone(admin_client, media):
    image = make_image()
    before = files_in(media)
    url = reverse("wagtailimages:edit", args=[image.pk])
    admin_client.post(url, {**WORDS, "description": "Câu mới"})
    image.refresh_from_db()
    assert image.default_alt_text == "Câu mới"
    assert set(before) <= set(files_in(media))


def test_a_deleted_picture_takes_every_file_with_it(
    admin_client, media, django_capture_on_commit_callbacks
):
    image = make_image()
    image.get_rendition("width-100|format-avif")
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(reverse("wagtailimages:delete", args=[image.pk]))
    assert files_in(media) == []
