"""What the showcase makes of what was sent in."""

import json

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.models import IndexEntry

from mailing.models import OutgoingMail
from showcase.choices import CertificateKind, LinkKind
from showcase.intake.making import link_kind
from showcase.models import Contact, Founder, ProductPage, StartupPage
from submissions.models import Purpose
from submissions.services import review, sender
from submissions.services.consents import take_back
from submissions.services.publication import page_is_out
from submissions.services.review import ReviewError
from tests.factories.library import make_image
from tests.factories.showcase import ProductPageFactory, StartupPageFactory
from tests.submissions.reviewing import (
    TRACES,
    client_of,
    house,
    sent,
    unit_payload,
    with_terms,
)
from workflow.models import Publication
from workflow.services import publish_by_system, submit

ALL = (Purpose.NAME, Purpose.PHONE, Purpose.EMAIL, Purpose.ZALO, Purpose.ADDRESS)


@pytest.fixture
def staff(db):
    return house()


def accepted(staff, row):
    return review.accept(submission=row, user=staff.editor)


def test_a_new_unit_becomes_a_draft_with_its_product_below_it(staff, settings):
    payload, sector, place = with_terms(unit_payload())
    row = sent(payload=payload, sender={"tax_code": "0100109106"})
    unit, product = (page.specific for page in accepted(staff, row))
    unit, product = StartupPage.objects.get(pk=unit.pk), ProductPage.objects.get(pk=product.pk)
    assert (unit.live, product.live) == (False, False)
    assert (unit.owner, product.owner) == (staff.editor, staff.editor)
    assert unit.latest_revision.user == product.latest_revision.user == staff.editor
    assert product.get_parent().pk == unit.pk
    assert unit.get_parent().pk == staff.sections["trung-bay"].pk
    assert (unit.title, unit.sapo, unit.stage) == (
        "Tổ hợp tác Nà Khoang", "Tám hộ làm miến dong.", "growth",
    )  # fmt: skip
    assert (unit.tax_code, unit.founded_year, unit.neighbourhood) == ("0100109106", 2019, place)
    assert unit.last_confirmed_on is not None
    assert [link.kind for link in unit.links.all()] == [LinkKind.FACEBOOK]
    assert product.tagline == "Miến củ dong đỏ, tráng tay. Phơi nắng."
    assert product.problem == (
        "<p>Bột củ dong bán thô được ít tiền.</p><p>Nay tráng thành miến.</p>"
    )
    assert list(product.sectors.all()) == [sector]
    stars = product.certificates.get()
    assert (stars.kind, stars.stars) == (CertificateKind.OCOP, 3)
    assert product.buy_places.get().label == "Chợ trung tâm"
    assert row.results.filter(made=True).count() == 2


def test_a_personal_number_of_12_digits_never_reaches_the_page(staff):
    row = sent(sender={"tax_code": "006200001234"})
    unit = accepted(staff, row)[0]
    assert StartupPage.objects.get(pk=unit.pk).tax_code == ""
    assert "006200001234" not in everything_but_plain_tables()


def everything_but_plain_tables():
    """Revisions, records, index and references, as one text."""
    rows = [
        *Revision.objects.values_list("content", flat=True),
        *PageLogEntry.objects.values_list("data", "label"),
        *ModelLogEntry.objects.values_list("data", "label"),
        *IndexEntry.objects.values_list("title", "body", "autocomplete"),
        *ReferenceIndex.objects.values_list("model_path", "content_path"),
        *StartupPage.objects.values(), *ProductPage.objects.values(),
        *Publication.objects.values(),
    ]  # fmt: skip
    return json.dumps(rows, default=str, ensure_ascii=False)


def test_nothing_of_the_person_is_in_a_revision_the_record_or_the_index(staff):
    pages = accepted(staff, sent(purposes=ALL))
    text = everything_but_plain_tables()
    assert "Miến dong Nà Khoang" in text
    assert [trace for trace in TRACES if trace in text] == []
    for page in pages:
        publish_by_system(page=page, user=staff.approver, cause="thử")
    text = everything_but_plain_tables()
    assert [trace for trace in TRACES if trace in text] == []


def contacts():
    return dict(Contact.objects.filter(is_public=True).values_list("kind", "value"))


def test_each_contact_is_shown_by_its_own_consent_and_no_other(staff):
    row = sent(purposes=(Purpose.PHONE, Purpose.ADDRESS))
    accepted(staff, row)
    assert contacts() == {"phone": "0987 654 321", "address": "Số 7 ngõ 12, tổ 9"}
    assert set(Contact.objects.values_list("submission", flat=True)) == {row.pk}
    assert not Founder.objects.exists()


def test_the_name_is_shown_by_the_consent_to_name_alone(staff):
    row = sent(purposes=(Purpose.NAME,))
    accepted(staff, row)
    founder = Founder.objects.get()
    assert (founder.name, founder.role, founder.is_public) == ("Bàn Thị Mười", "Tổ trưởng", True)
    assert contacts() == {}


def test_releasing_again_changes_nothing_and_what_is_no_longer_allowed_goes(staff):
    row = sent(purposes=ALL)
    accepted(staff, row)
    before = set(Contact.objects.values_list("pk", flat=True))
    row.refresh_from_db()
    row.intake.release(row, set(ALL))
    assert set(Contact.objects.values_list("pk", flat=True)) == before
    assert Founder.objects.count() == 1
    row.intake.release(row, {Purpose.EMAIL})
    assert contacts() == {"email": "ban.muoi@mau.example"}
    assert not Founder.objects.exists()
    row.intake.forget(row)
    assert contacts() == {}


def test_an_old_revision_that_is_restored_brings_no_contact_back(staff):
    row = sent(purposes=ALL)
    unit, _product = accepted(staff, row)
    publish_by_system(page=unit, user=staff.approver, cause="thử")
    unit = StartupPage.objects.get(pk=unit.pk)
    old = unit.latest_revision
    row.intake.forget(row)
    restored = old.as_object()
    restored.save_revision(user=staff.editor)
    publish_by_system(
        page=StartupPage.objects.get(pk=unit.pk), user=staff.approver, cause="khôi phục"
    )
    unit = StartupPage.objects.get(pk=unit.pk)
    assert (unit.public_contacts, unit.public_founders) == ([], [])
    html = unit.serve(RequestFactory().get(unit.url)).render().content.decode()
    assert [trace for trace in TRACES if trace in html] == []


def test_the_first_picture_leads_and_the_others_follow_with_their_words(staff, monkeypatch):
    images = [make_image(title=f"Ảnh {n}", alt=f"Miến trên giàn {n}") for n in range(3)]
    monkeypatch.setattr("submissions.files.services.to_library", lambda *_args: images)
    product = ProductPage.objects.get(pk=accepted(staff, sent())[1].pk)
    assert (product.lead_image, product.lead_alt) == (images[0], "Miến trên giàn 0")
    assert [row.image for row in product.media.all()] == images[1:]
    assert [row.alt for row in product.media.all()] == ["Miến trên giàn 1", "Miến trên giàn 2"]


def test_a_further_product_stands_below_its_unit_with_its_shop_on_the_web(staff):
    unit = StartupPageFactory(title="Trà Núi Mây")
    payload = unit_payload(website="https://shopee.vn/traxanh", buy_at="")
    row = sent(kind="san-pham", subject=unit, payload=payload, purposes=(Purpose.PHONE,))
    product = ProductPage.objects.get(pk=accepted(staff, row)[0].pk)
    assert product.get_parent().pk == unit.pk
    assert [(p.label, p.url) for p in product.buy_places.all()] == [
        ("shopee.vn", "https://shopee.vn/traxanh")
    ]
    assert not Contact.objects.exists()


def further(unit, origin=None, purposes=ALL, **person):
    return sent(
        kind="san-pham", subject=unit, origin=origin, payload=unit_payload(title="Trà mới"),
        purposes=purposes, sender=person,
    )  # fmt: skip


def public_unit(staff):
    """A public unit that came by a form, and that submission."""
    first = sent(purposes=(Purpose.EMAIL,), sender={"name": "Lường Thị Chủ"})
    unit, _product = accepted(staff, first)
    published(staff, [unit])
    return StartupPage.objects.get(pk=unit.pk), first


def published(staff, pages):
    for page in pages:
        publish_by_system(page=type(page).objects.get(pk=page.pk), user=staff.approver, cause="thử")
        page_is_out(page.pk)


def test_a_stranger_with_a_product_of_a_unit_never_becomes_its_founder_or_contact(staff):
    unit, _first = public_unit(staff)
    row = further(unit, name="Kẻ Lạ Mặt", phone="+84333000111")
    assert row.intake.is_stranger(row)
    pages = accepted(staff, row)
    published(staff, pages)
    row.refresh_from_db()
    assert row.state == "published"
    assert contacts() == {"email": "ban.muoi@mau.example"}
    assert not Founder.objects.exists()
    row.intake.release(row, set(ALL))
    assert contacts() == {"email": "ban.muoi@mau.example"}


def test_by_the_unit_s_own_link_name_and_contacts_wait_for_the_page_that_is_approved(staff):
    unit, first = public_unit(staff)
    row = further(unit, origin=first, purposes=(Purpose.PHONE, Purpose.NAME))
    assert not row.intake.is_stranger(row)
    pages = accepted(staff, row)
    assert contacts() == {"email": "ban.muoi@mau.example"}
    assert not Founder.objects.exists()
    published(staff, pages)
    assert contacts() == {"email": "ban.muoi@mau.example", "phone": "0987 654 321"}
    assert Founder.objects.get().name == "Bàn Thị Mười"


def test_an_editor_vouches_for_a_stranger_on_the_record_and_still_the_page_comes_first(staff):
    unit, _first = public_unit(staff)
    row = further(unit, purposes=(Purpose.PHONE,))
    pages = review.accept(submission=row, user=staff.editor, of_unit=True)
    assert "phone" not in contacts()
    assert row.events.filter(kind="note", public=False, text__contains="thuộc đơn vị").exists()
    assert ModelLogEntry.objects.get(action="submissions.vouch").user == staff.editor
    published(staff, pages)
    assert contacts()["phone"] == "0987 654 321"
    later = further(unit, origin=row)
    assert not later.intake.is_stranger(later), "by the link of somebody vouched for"


def test_a_link_that_came_of_a_correction_by_a_stranger_is_not_the_unit_s_own(staff):
    unit, _first = public_unit(staff)
    stranger = correction(unit, about="Sửa chơi.")
    accepted(staff, stranger)
    later = further(unit, origin=stranger)
    assert later.intake.is_stranger(later)


def test_contacts_alone_of_somebody_vouched_for_go_live_by_an_approver_only(staff):
    unit, _first = public_unit(staff)
    row = correction(unit, purposes=(Purpose.PHONE,))
    with pytest.raises(ReviewError, match="người duyệt"):
        review.accept(submission=row, user=staff.editor, of_unit=True)
    assert "phone" not in contacts()
    review.accept(submission=row, user=staff.approver, of_unit=True)
    assert contacts()["phone"] == "0987 654 321"


def test_a_number_the_page_had_before_goes_with_the_consent_however_it_was_written(staff):
    first = sent(purposes=(Purpose.PHONE, Purpose.NAME))
    unit = accepted(staff, first)[0]
    Contact.objects.all().delete()
    Founder.objects.all().delete()
    for written in ("0987.654.321", "+84 98 765 43 21"):
        Contact.objects.create(startup=unit, kind="phone", value=written, is_public=True)
    Founder.objects.create(startup=unit, name="BÀN THỊ MƯỜI", is_public=True)
    Contact.objects.create(startup=unit, kind="phone", value="0911 000 999", is_public=True)
    first.refresh_from_db()
    first.intake.release(first, {Purpose.PHONE, Purpose.NAME})
    assert Contact.objects.filter(submission=first).count() == 1, "it is the sender's own now"
    take_back(submission=first, purpose=Purpose.PHONE)
    assert contacts() == {"phone": "0911 000 999"}
    take_back(submission=first, purpose=Purpose.NAME)
    assert not Founder.objects.exists()


def test_a_stranger_who_takes_his_word_back_takes_nothing_off_the_page(staff):
    unit, _first = public_unit(staff)
    row = further(unit, purposes=(Purpose.EMAIL,))
    published(staff, accepted(staff, row))
    take_back(submission=row, purpose=Purpose.EMAIL)
    assert contacts() == {"email": "ban.muoi@mau.example"}


def test_what_another_of_the_family_still_allows_stays(staff):
    first = sent(purposes=(Purpose.PHONE,))
    unit = accepted(staff, first)[0]
    second = correction(unit, origin=first, purposes=(Purpose.PHONE,))
    accepted(staff, second)
    second.refresh_from_db()
    second.intake.release(second, set())
    first.refresh_from_db()
    first.intake.release(first, {Purpose.PHONE})
    assert contacts() == {"phone": "0987 654 321"}


def test_erasing_takes_a_number_an_editor_had_written_down_without_a_consent(staff):
    row = sent()
    unit = accepted(staff, row)[0]
    Contact.objects.create(startup=unit, kind="phone", value="0987654321", is_public=True)
    row.refresh_from_db()
    row.intake.forget(row)
    assert contacts() == {}


def test_the_reviewer_is_warned_of_a_stranger_and_vouches_by_a_box(staff):
    unit, first = public_unit(staff)
    row, own = further(unit), further(unit, origin=first)
    client = client_of(staff.editor)
    url = reverse("submissions_review", args=[row.pk])
    assert "chưa phải là người của đơn vị này" in client.get(url).content.decode()
    url = reverse("submissions_review", args=[own.pk])
    assert "chưa phải là người của đơn vị này" not in client.get(url).content.decode()
    client.post(reverse("submissions_accept", args=[row.pk]), {"nguoi-don-vi": "1"})
    row.refresh_from_db()
    assert row.is_of_unit


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://m.facebook.com/abc", LinkKind.FACEBOOK),
        ("https://zalo.me/0912", LinkKind.ZALO),
        ("https://youtu.be/x", LinkKind.YOUTUBE),
        ("https://www.tiktok.com/@x", LinkKind.TIKTOK),
        ("https://notfacebook.com/x", LinkKind.WEBSITE),
        ("https://facebook.com.evil.example/", LinkKind.WEBSITE),
    ],
)
def test_a_link_is_named_by_its_host(url, kind):
    assert link_kind(url) == kind


# --- corrections ------------------------------------------------------------------------------
@pytest.fixture
def product(staff):
    """A public product."""
    page = ProductPageFactory(
        title="Miến dong", tagline="Miến củ dong", price_note="60.000 đồng/kg",
        problem="<p>Bột <b>củ dong</b> bán thô.</p>", for_whom="Nhà hàng",
    )  # fmt: skip
    publish_by_system(page=page, user=staff.approver, cause="thử")
    return ProductPage.objects.get(pk=page.pk)


def correction(product, origin=None, purposes=(), **changes):
    handler_payload = _initial(product) | changes
    return sent(
        kind="sua-thong-tin", subject=product, payload=handler_payload, origin=origin,
        purposes=purposes, title=f"Sửa: {product.title}",
    )  # fmt: skip


def _initial(page):
    from showcase.intake.changing import initial

    return initial(page)


def test_a_form_sent_back_untouched_differs_in_nothing(staff, product):
    assert correction(product).intake.differences(correction(product)) == []


def test_only_changed_fields_differ_and_are_written(staff, product):
    row = correction(product, price_note="75.000 đồng/kg")
    assert [(d.name, d.old, d.new) for d in row.intake.differences(row)] == [
        ("price_note", "60.000 đồng/kg", "75.000 đồng/kg")
    ]
    accepted(staff, row)
    page = ProductPage.objects.get(pk=product.pk)
    draft = page.get_latest_revision_as_object()
    assert page.price_note == "60.000 đồng/kg", "the live page stays"
    assert draft.price_note == "75.000 đồng/kg"
    assert draft.problem == "<p>Bột <b>củ dong</b> bán thô.</p>", "markup of others stays"
    assert row.results.get().made is False


def test_a_correction_is_written_on_top_of_the_newest_draft(staff, product):
    product.for_whom = "Quán phở"
    product.save_revision(user=staff.colleague)
    accepted(staff, correction(product, price_note="75.000 đồng/kg"))
    draft = ProductPage.objects.get(pk=product.pk).get_latest_revision_as_object()
    assert (draft.for_whom, draft.price_note) == ("Quán phở", "75.000 đồng/kg")


def test_nothing_is_written_while_the_page_is_in_review(staff, product):
    product.for_whom = "Quán phở"
    product.save_revision(user=staff.colleague)
    submit(page=ProductPage.objects.get(pk=product.pk), user=staff.colleague)
    row = correction(product, price_note="75.000 đồng/kg")
    count = Revision.objects.count()
    with pytest.raises(ReviewError, match="đang chờ duyệt"):
        accepted(staff, row)
    row.refresh_from_db()
    assert (row.state, Revision.objects.count()) == ("received", count)


def test_all_fields_of_a_product_can_be_corrected(staff, product):
    payload, sector, _place = with_terms(
        unit_payload(title="Miến dong mới", website="https://tiki.vn/mien", ocop_stars=4)
    )
    accepted(staff, correction(product, **payload))
    draft = ProductPage.objects.get(pk=product.pk).get_latest_revision_as_object()
    assert draft.title == "Miến dong mới"
    assert list(draft.sectors.all()) == [sector]
    assert sorted(place.label for place in draft.buy_places.all()) == ["Chợ trung tâm", "tiki.vn"]
    assert [row.stars for row in draft.certificates.all()] == [4]


def test_a_unit_can_be_corrected_and_its_personal_number_stays_out(staff):
    unit = StartupPageFactory(title="Trà Núi Mây", tax_code="0100109106", sapo="Trà.")
    row = correction(unit, about="Trà cổ thụ.", website="https://zalo.me/tra", stage="mature")
    row.sender.tax_code = "006200001234"
    row.sender.save()
    accepted(staff, row)
    draft = StartupPage.objects.get(pk=unit.pk).get_latest_revision_as_object()
    assert (draft.sapo, draft.stage, draft.tax_code) == ("Trà cổ thụ.", "mature", "0100109106")
    assert [link.kind for link in draft.links.all()] == [LinkKind.ZALO]


def test_a_stranger_who_corrects_something_shows_nothing_of_himself(staff, product):
    accepted(staff, correction(product, purposes=ALL, price_note="1 đồng"))
    assert contacts() == {}
    assert not Founder.objects.exists()


def test_by_the_private_link_a_new_number_takes_the_place_of_the_old_one(staff):
    first = sent(purposes=(Purpose.PHONE, Purpose.EMAIL))
    unit = accepted(staff, first)[0]
    second = correction(unit, origin=first, purposes=(Purpose.PHONE,))
    second.sender.phone = "+84333444555"
    second.sender.save()
    accepted(staff, second)
    assert contacts() == {"phone": "0333 444 555", "email": "ban.muoi@mau.example"}
    second.refresh_from_db()
    assert second.state == "published", "nothing waits for approval"
    first.refresh_from_db()
    first.intake.release(first, {Purpose.PHONE, Purpose.EMAIL})
    assert contacts()["phone"] == "0333 444 555", "the old one does not come back"


def test_an_accepted_correction_is_withdrawn_until_it_is_public_and_its_draft_stays(staff, product):
    staff.editor.email = "bien-tap@mau.example"
    staff.editor.save()
    row = correction(product, price_note="75.000 đồng/kg")
    accepted(staff, row)
    row.refresh_from_db()
    assert sender.can_withdraw(row)
    sender.withdraw(submission=row)
    assert row.state == "withdrawn"
    draft = ProductPage.objects.get(pk=product.pk).get_latest_revision_as_object()
    assert draft.price_note == "75.000 đồng/kg", "the editor decides on it"
    assert row.events.filter(public=False, text__contains="xem lại trước khi gửi duyệt").exists()
    notices = OutgoingMail.objects.filter(to_user=staff.editor, key__contains=":staff:event:")
    assert notices.exists()
    published(staff, [product])
    row.refresh_from_db()
    assert row.state == "withdrawn"
