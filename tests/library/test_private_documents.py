"""Closed files by every verb, zips of every kind, numbers of every length."""

import io
from contextlib import suppress
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from library.documents import check_document
from library.models import LegalDocumentPage, LegalFile
from tests.factories.accounts import UserFactory
from tests.factories.library import DocumentFactory, LegalDocumentPageFactory, make_image

CONTENT = b"%PDF-1.7 bien ban hop kin %%EOF"


@pytest.fixture
def closed(db):
    """A file whose address and ETag were known before its collection was closed."""
    collection = Collection.get_first_root_node().add_child(name="Nội bộ")
    document = DocumentFactory(
        title="Biên bản", collection=collection, file=ContentFile(CONTENT, name="a.pdf")
    )
    document.get_file_hash()
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return document


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("get", {}),
        ("head", {}),
        ("get", {"range": "bytes=0-9"}),
        ("get", {"if-none-match": "HASH"}),
        ("head", {"if-none-match": "HASH"}),
        ("get", {"if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"}),
        ("get", {"x-requested-with": "XMLHttpRequest"}),
    ],
)
def test_a_closed_file_tells_a_stranger_nothing_by_any_verb(client, closed, method, headers):
    if "if-none-match" in headers:
        headers = {"if-none-match": f'"{closed.file_hash}"'}
    answer = getattr(client, method)(closed.url, headers=headers)
    assert answer.status_code == 302, "sent to sign in, and not 304: that would confirm the hash"
    assert "ETag" not in answer
    assert b"bien ban" not in b"".join(answer)


def test_a_file_that_was_given_another_title_has_only_the_new_address(client, home):
    document = DocumentFactory(title="Bản nháp")
    page = LegalDocumentPageFactory(number="2/KH-UBND")
    page.files.add(LegalFile(document=document))
    page.save()
    old = document.url
    document.title = "Kế hoạch"
    document.save()
    assert client.get(old).status_code == 404
    assert client.get(document.url).status_code == 200


@pytest.mark.parametrize("how", ["draft", "expired", "withdrawn", "private"])
def test_the_file_of_a_page_the_public_may_not_see_is_not_served(client, home, how):
    document = DocumentFactory(file=ContentFile(CONTENT, name="a.pdf"))
    page = LegalDocumentPageFactory(number="1/KH-UBND")
    page.files.add(LegalFile(document=document))
    page.save()
    assert client.get(document.url).status_code == 200
    if how == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        page.live = how != "draft"
        page.expire_at = timezone.now() if how == "expired" else None
        page.withdrawn_at = timezone.now() if how == "withdrawn" else None
        page.save()
    assert client.get(document.url).status_code == 404
    client.force_login(UserFactory(is_superuser=True))
    assert client.get(document.url).status_code == 200, "an editor still gets it"


def test_a_file_that_another_visible_page_uses_stays(client, home):
    document = DocumentFactory(file=ContentFile(CONTENT, name="a.pdf"))
    for number, live in (("1/KH-UBND", True), ("2/KH-UBND", False)):
        page = LegalDocumentPageFactory(number=number, live=live)
        page.files.add(LegalFile(document=document))
        page.save()
    assert client.get(document.url).status_code == 200


def test_two_files_of_one_title_do_not_lead_to_each_other(client, db):
    one, two = DocumentFactory(title="Mẫu đơn"), DocumentFactory(title="Mẫu đơn")
    assert one.filename != two.filename
    assert client.get(f"/documents/{one.pk}/{two.filename}").status_code == 404


@pytest.mark.parametrize(
    ("form", "kind"),
    [("jpeg", "image/jpeg"), ("png", "image/png"), ("webp", "image/webp"), ("avif", "image/avif")],
)
def test_a_rendition_says_what_it_is_by_get_and_head_and_takes_no_post(client, db, form, kind):
    address = make_image().get_rendition(f"width-80|format-{form}").url
    for answer in (client.get(address), client.head(address)):
        assert answer.status_code == 200
        assert answer["Content-Type"] == kind
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "images/",
        "images",
        "",
        "images/%2e%2e/original_images/{original}",
        "images/..%2foriginal_images/{original}",
        "images//{original}",
        "images/{original}",
        "images/{original}%00.jpg",
        "original_images/{original}",
        "images/" + "0" * 32 + ".jpg",
        "images/" + "0" * 32 + ".html",
        "images/" + "a" * 3000,
    ],
)
def test_no_way_of_writing_an_address_leads_out_of_the_renditions(client, db, path):
    original = make_image().file.name.rpartition("/")[2]
    answer = client.get("/media/" + path.format(original=original), follow=True)
    assert answer.status_code in (400, 404)


# --- zips ---------------------------------------------------------------------------------------
def office(**parts):
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return out.getvalue()


WHOLE = office(document="Kế hoạch", styles="x" * 200)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_spoilt_office_file_is_taken_or_refused_and_never_another_fault(data):
    spoilt = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        spoilt[data.draw(st.integers(0, len(WHOLE) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(WHOLE)))
    with suppress(ValidationError):
        check_document(
            ContentFile(bytes(spoilt[:cut] if data.draw(st.booleans()) else spoilt), "a.docx")
        )


def test_a_small_office_file_that_unpacks_to_more_than_200_mb_is_refused():
    bomb = office(document=bytes(201 * 1024 * 1024))
    assert len(bomb) < 400_000
    with pytest.raises(ValidationError, match="Nội dung tệp"):
        check_document(ContentFile(bomb, "a.docx"))


# --- numbers ------------------------------------------------------------------------------------
@pytest.mark.parametrize("number", ["9" * 10, "9" * 19, "9" * 20, "9" * 50])
def test_a_number_of_any_length_can_be_saved_and_sorts_last(home, client, number):
    LegalDocumentPageFactory(number="209/KH-UBND")
    page = LegalDocumentPageFactory(number=f"{number}/KH-UBND")
    assert LegalDocumentPage.objects.visible().latest_first().first() == page
    assert client.get(page.url).status_code == 200
