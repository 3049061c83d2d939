"""A consent taken back: what it allowed is off the site at once and does not come back (W-10)."""

import re
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import ReferenceIndex, Revision

from library.models import CustomImage, CustomRendition
from submissions.models import ConsentText, Event, Purpose, SubmissionFile
from submissions.models.submission import State
from submissions.services.consents import give, standing, take_back
from submissions.services.setup import ensure_consent_texts
from tests.factories.library import make_image
from tests.factories.showcase import ProductPageFactory
from tests.factories.submissions import SubmissionFactory
from tests.factories.workflow import edit, fresh
from tests.soup import read, texts
from tests.submissions.entry import (
    EMAIL,
    NAME,
    agree,
    make_entry,
    make_submission,
    register,
)
from workflow.services import NotAllowed, make_draft_again, publish_by_system


@pytest.fixture(autouse=True)
def _releasing(home, monkeypatch, settings, tmp_path):
    register(monkeypatch)
    settings.QUARANTINE_ROOT = tmp_path / "quarantine"
    settings.MEDIA_ROOT = tmp_path / "media"


def shown(entry):
    """Everything public about an entry: pages, lists, feeds, search, sitemap, descriptions."""
    client = Client()
    addresses = [
        entry.startup.url, entry.product.url, "/trung-bay/", "/trung-bay/rss.xml",
        "/trung-bay/atom.xml", "/trung-bay/feed.json", "/tim-kiem/?q=mien", "/sitemap.xml", "/",
        "/trung-bay/?loai=san-pham",
    ]  # fmt: skip
    return "".join(client.get(url, follow=True).content.decode() for url in addresses)


@pytest.mark.parametrize(
    ("purpose", "gone", "stays"),
    [
        (Purpose.PHONE, ["0912 000 777", "tel:0912000777"], [EMAIL]),
        (Purpose.EMAIL, [EMAIL], ["0912 000 777"]),
        (Purpose.ZALO, ["zalo.me/0912000888"], ["0912 000 777"]),
    ],
)
def test_a_contact_leaves_page_lists_feeds_search_and_descriptions_at_once(purpose, gone, stays):
    """P-10."""
    entry = make_entry()
    before = shown(entry)
    assert [word for word in gone if word in before] == gone, "without this the rest proves nothing"
    assert take_back(submission=entry.submission, purpose=purpose)
    after = shown(entry)
    assert not [word for word in gone if word in after]
    assert [word for word in stays if word in after] == stays
    row = entry.submission.consents.get(purpose=purpose)
    assert row.withdrawn_at
    assert row.withdrawn_way == "web"
    assert entry.submission.events.last().kind == Event.Kind.CONSENT


def test_an_old_revision_brings_no_contact_and_no_picture_back():
    """W-10."""
    entry = make_entry(pictures=2)
    old = fresh(entry.product).live_revision
    oldest = fresh(entry.startup).live_revision
    for purpose in (Purpose.PHONE, Purpose.NAME):
        take_back(submission=entry.submission, purpose=purpose)
    for revision in (old, oldest):
        Revision.objects.get(pk=revision.pk).publish(skip_permission_checks=True)
    page = read(Client(), entry.startup.url)
    assert "0912 000 777" not in str(page)
    product = read(Client(), entry.product.url)
    assert not product.select("main article img[src*='/images/']")
    assert not CustomImage.objects.exists()


def test_without_name_pictures_of_people_leave_pages_drafts_library_and_disk(
    django_capture_on_commit_callbacks,
):
    entry = make_entry(pictures=3)
    other = make_image("Giàn miến", alt="Giàn tre")
    product = fresh(entry.product)
    gallery = product.body.stream_block.child_blocks["gallery"]
    items = [
        {"image": {"image": key, "alt_text": "", "decorative": False}, "caption": ""}
        for key in (other.pk, entry.images[1].pk)
    ]
    value = gallery.to_python({"title": "", "credit": "", "items": items})
    product.body.append(("gallery", value))
    publish_by_system(page=product, cause="sửa")
    edit(product, None, tagline="Bản nháp mới hơn")
    Client().get(product.url)
    files = [image.file.name for image in entry.images]
    renditions = [row.file.name for row in CustomRendition.objects.filter(image__in=entry.images)]
    assert renditions, "without this the rest proves nothing"
    with django_capture_on_commit_callbacks(execute=True):
        take_back(submission=entry.submission, purpose=Purpose.NAME)
    product = fresh(entry.product)
    for page in (product, product.get_latest_revision_as_object()):
        assert page.lead_image is None
        assert page.lead_alt == ""
        assert page.media.count() == 0
        assert [block.block_type for block in page.body] == ["gallery"]
        assert [item["image"].pk for item in page.body[0].value["items"]] == [other.pk]
    assert product.has_unpublished_changes
    assert product.get_latest_revision_as_object().tagline == "Bản nháp mới hơn"
    assert list(CustomImage.objects.all()) == [other]
    assert not [name for name in files + renditions if default_storage.exists(name)]
    assert not SubmissionFile.objects.filter(has_person=True).exists()
    assert not list(Path(django_settings.QUARANTINE_ROOT).rglob("*.jpg"))
    assert not ReferenceIndex.objects.filter(
        to_object_id__in=[str(image.pk) for image in entry.images],
        to_content_type__model="customimage",
    ).exists()
    assert not entry.startup.founders.exists()


def test_a_picture_used_elsewhere_leaves_that_page_as_well():
    entry = make_entry(pictures=1)
    elsewhere = ProductPageFactory(title="Bài của người khác", lead_image=entry.images[0])
    publish_by_system(page=elsewhere, cause="thử")
    take_back(submission=entry.submission, purpose=Purpose.NAME)
    elsewhere = fresh(elsewhere)
    assert elsewhere.lead_image is None
    assert elsewhere.is_visible()
    assert not elsewhere.has_unpublished_changes
    assert elsewhere.live_revision_id == elsewhere.latest_revision_id


def test_pictures_without_people_stay():
    entry = make_entry(pictures=1)
    entry.submission.files.update(has_person=False)
    take_back(submission=entry.submission, purpose=Purpose.NAME)
    assert fresh(entry.product).lead_image == entry.images[0]


def test_without_handling_everything_goes_and_cannot_be_published_again():
    entry = make_entry(pictures=1)
    assert "Miến sợi vàng" in shown(entry)
    take_back(submission=entry.submission, purpose=Purpose.HANDLING)
    assert entry.submission.state == State.WITHDRAWN
    assert Client().get(entry.startup.url).status_code == 410
    text = shown(entry)
    for word in ("Miến sợi vàng", NAME, EMAIL, "0912 000 777"):
        assert word not in text.replace("q=mien", "")
    assert standing(entry.submission) == set()
    assert not entry.startup.contacts.exists()
    from tests.factories.accounts import UserFactory

    boss = UserFactory(is_superuser=True)
    with pytest.raises(NotAllowed):
        make_draft_again(page=entry.startup, user=boss)
    for page in (entry.startup, entry.product):
        for revision in fresh(page).revisions.all():
            revision.publish(skip_permission_checks=True)
        assert not fresh(page).is_visible()


def test_what_hangs_together_is_taken_back_together():
    entry = make_entry()
    later = SubmissionFactory(
        kind="don-vi", state=State.PUBLISHED, origin=entry.submission, sender__phone="+84912000777"
    )
    agree(later, Purpose.HANDLING, Purpose.PHONE)
    from submissions.models import Result

    Result.objects.create(submission=later, page_id=entry.startup.pk, made=False)
    later.intake.release(later, {Purpose.PHONE})
    take_back(submission=entry.submission, purpose=Purpose.PHONE)
    assert "0912 000 777" not in shown(entry)
    assert standing(later) == {Purpose.HANDLING}


def test_taking_back_twice_or_what_was_never_given_changes_nothing():
    submission = make_submission(Purpose.HANDLING, Purpose.PHONE)
    assert take_back(submission=submission, purpose=Purpose.PHONE)
    assert not take_back(submission=submission, purpose=Purpose.PHONE)
    assert not take_back(submission=submission, purpose=Purpose.EMAIL)
    assert submission.events.filter(kind=Event.Kind.CONSENT).count() == 1
    assert submission.state == State.RECEIVED


def test_before_a_decision_a_contact_taken_back_shows_nowhere_later():
    submission = make_submission(Purpose.HANDLING, Purpose.PHONE)
    take_back(submission=submission, purpose=Purpose.PHONE)
    assert standing(submission) == {Purpose.HANDLING}


def test_the_staff_may_write_it_down_for_the_person():
    from tests.factories.accounts import UserFactory

    user = UserFactory()
    submission = make_submission(Purpose.HANDLING, Purpose.PHONE)
    take_back(submission=submission, purpose=Purpose.PHONE, way="phone", user=user)
    assert submission.consents.get(purpose=Purpose.PHONE).withdrawn_way == "phone"
    assert submission.events.last().by == user


# --- the page -------------------------------------------------------------------------------
def test_the_page_has_an_empty_box_for_each_standing_consent_and_asks_before_it_acts(client):
    submission = make_submission(Purpose.HANDLING, Purpose.PHONE, Purpose.NEWSLETTER)
    address = reverse("submissions_consents", args=[submission.token])
    soup = read(client, address)
    boxes = soup.select("input[type=checkbox]")
    assert [box["value"] for box in boxes] == ["handling", "phone", "newsletter"]
    assert not [box for box in boxes if box.has_attr("checked")]
    assert texts(soup, ".opt small")[1] == "Gỡ số điện thoại khỏi trang."
    assert client.post(address, {}).status_code == 400
    asked = client.post(address, {"purpose": ["phone"]})
    assert asked.status_code == 200
    assert re.search(r'name="purpose" value="phone"', asked.content.decode())
    assert standing(submission) == {"handling", "phone", "newsletter"}
    done = client.post(address, {"purpose": ["phone"], "confirmed": "1"})
    assert done["Location"].endswith("?xong=dong-y")
    assert standing(submission) == {"handling", "newsletter"}
    client.post(address, {"purpose": ["email", "x", "handling"], "confirmed": "1"})
    assert standing(submission) == set()


def test_what_was_taken_back_is_shown_again_by_a_box_of_its_own(client):
    """P-11: the words in use, the value, an empty box; the page follows at once."""
    ensure_consent_texts(unit="UBND phường Mẫu")
    entry = make_entry(Purpose.HANDLING, Purpose.PHONE, Purpose.EMAIL)
    take_back(submission=entry.submission, purpose=Purpose.PHONE)
    assert "0912 000 777" not in shown(entry)
    address = reverse("submissions_consents", args=[entry.submission.token])
    soup = read(client, address)
    boxes = soup.select("#them input[type=checkbox]")
    assert [box["name"] for box in boxes] == [
        "ok_name", "ok_phone", "ok_zalo", "ok_address", "ok_reuse", "ok_newsletter",
    ]  # fmt: skip
    assert not [box for box in boxes if box.has_attr("checked")]
    assert "Hiện số điện thoại 0912 000 777" in texts(soup, "#them b")
    data = {tag["name"]: tag["value"] for tag in soup.select("#them input[type=hidden]")}
    data["give"] = "1"
    assert client.post(address, data).status_code == 400, "nothing ticked"
    old = data | {"ok_phone": "on", "text_phone": "0"}
    assert client.post(address, old).status_code == 400, "other words than those in use"
    assert "0912 000 777" not in shown(entry)
    done = client.post(address, data | {"ok_phone": "on"})
    assert done["Location"].endswith("?xong=hien")
    assert "0912 000 777" in shown(entry)
    row = entry.submission.consents.standing().get(purpose=Purpose.PHONE)
    assert row.way == "web"
    event = entry.submission.events.last()
    assert (event.kind, event.public) == (Event.Kind.CONSENT, True)
    assert event.text == "Đồng ý thêm: Hiện số điện thoại"
    assert client.post(address, data | {"ok_phone": "on"}).status_code == 400, "no such box now"
    assert entry.submission.consents.standing().filter(purpose=Purpose.PHONE).count() == 1


def test_only_what_was_given_and_what_is_not_ended_can_be_agreed_to_later(client):
    ensure_consent_texts(unit="UBND phường Mẫu")
    submission = make_submission(sender__zalo="", sender__address="")
    address = reverse("submissions_consents", args=[submission.token])
    names = [box["name"] for box in read(client, address).select("#them input[type=checkbox]")]
    assert not {"ok_zalo", "ok_address", "ok_handling"} & set(names)
    take_back(submission=submission, purpose=Purpose.HANDLING)
    assert not read(client, address).select("#them")
    text = ConsentText.objects.filter(purpose=Purpose.PHONE).last()
    assert not give(submission=submission, texts=[text])
    assert client.post(address, {"give": "1", "ok_phone": "on"}).status_code == 302
    assert standing(submission) == set()


def test_the_index_of_the_search_holds_nothing_of_what_was_taken_back():
    from wagtail.search.models import IndexEntry

    entry = make_entry()
    take_back(submission=entry.submission, purpose=Purpose.HANDLING)
    call_command("rebuild_references_index", verbosity=0)
    rows = " ".join(str(row) for row in IndexEntry.objects.values())
    for word in (EMAIL, "0912 000 777"):
        assert word not in rows
