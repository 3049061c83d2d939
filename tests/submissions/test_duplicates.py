"""The same thing twice: told to the reviewer, never to the public."""

import unicodedata

import pytest
from django.urls import reverse

from showcase.models import Contact, StartupLink
from submissions.models import Purpose
from submissions.models.submission import State
from submissions.services import review
from tests.factories.showcase import StartupPageFactory
from tests.submissions.reviewing import client_of, house, sent, unit_payload


@pytest.fixture
def staff(db):
    return house()


def whys(row):
    return {match.why: match.words for match in row.intake.duplicates(row)}


def lonely(**more):
    """A new unit that shares nothing with anybody."""
    return sent(
        sender={"phone": "+84900000009", "zalo": ""},
        payload=unit_payload(title="Khác hẳn", unit_name="Không giống ai", website=""),
        **more,
    )


def test_what_is_alone_has_no_duplicates(staff):
    sent()
    assert whys(lonely()) == {}


def test_the_same_tax_code_of_a_page_and_of_another_submission(staff):
    StartupPageFactory(title="Trà Núi Mây", tax_code="0100109106", live=False)
    other = lonely()
    other.sender.tax_code = "0100109106"
    other.sender.save()
    row = sent(sender={"tax_code": "0100109106", "phone": "+84900000001"})
    found = [(match.why, match.words) for match in row.intake.duplicates(row)]
    assert found == [
        ("Trùng mã số thuế", "Đơn vị khởi nghiệp: Trà Núi Mây"),
        ("Trùng mã số thuế", f"Hồ sơ {other.code}: {other.title}"),
    ]


@pytest.mark.parametrize("written", ["0987.654.321", "0987 654 321", "+84 98 765 43 21"])
def test_the_same_number_however_it_is_written(staff, written):
    unit = StartupPageFactory(title="Trà Núi Mây")
    Contact.objects.create(startup=unit, kind="phone", value=written, is_public=True)
    assert "Trùng số điện thoại" in whys(sent())


@pytest.mark.parametrize(
    "name",
    ["To hop tac NA KHOANG", "HTX Nà Khoang", "Nà Khoang", "Tổ hợp tác Nà Khoang"],
)
def test_the_same_name_without_marks_capitals_and_legal_form(staff, name):
    StartupPageFactory(title=name)
    assert "Trùng tên" in whys(sent())


def test_the_same_text_in_nfc_and_nfd(staff):
    StartupPageFactory(title=unicodedata.normalize("NFD", "Nà Khoang"))
    assert "Trùng tên" in whys(sent())


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://facebook.com/miennakhoang/", True),
        ("http://m.facebook.com/MienNaKhoang", True),
        ("https://www.facebook.com/khac", False),
    ],
)
def test_the_same_place_on_the_web_is_host_and_path(staff, url, same):
    unit = StartupPageFactory(title="Trà Núi Mây")
    unit.links.add(StartupLink(kind="facebook", url=url))
    unit.save()
    assert ("Trùng địa chỉ trên mạng" in whys(sent())) is same


def test_the_same_zalo_and_the_same_place_on_the_web_among_what_was_sent(staff):
    zalo = lonely()
    zalo.sender.zalo = "+84987654321"
    zalo.sender.save()
    web = lonely()
    web.payload = web.payload | {"website": "https://facebook.com/MienNaKhoang/"}
    web.title = "Khác hẳn nữa"
    web.save()
    row = sent()
    found = {match.words: match.why for match in row.intake.duplicates(row)}
    assert found[f"Hồ sơ {zalo.code}: {zalo.title}"] == "Trùng số Zalo"
    assert found[f"Hồ sơ {web.code}: {web.title}"] == "Trùng địa chỉ trên mạng"


def test_spam_and_what_was_erased_are_no_duplicates_nor_what_follows_by_its_own_link(staff):
    first = sent()
    sent(state=State.SUSPECT)
    sent(state=State.ERASED)
    later = sent(origin=first)
    assert whys(first) == {}
    assert whys(later) == {}


def test_the_reviewer_is_led_to_what_may_be_the_same(staff):
    unit = StartupPageFactory(title="Nà Khoang")
    row = sent()
    url = reverse("submissions_review", args=[row.pk])
    text = client_of(staff.editor).get(url).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[unit.pk]) in text
    assert "Trùng tên" in text


def test_its_own_pages_are_no_news(staff):
    row = sent(purposes=(Purpose.PHONE,))
    unit, product = review.accept(submission=row, user=staff.editor)
    assert whys(row) == {}
    change = sent(kind="sua-thong-tin", subject=product, origin=row, title="Sửa")
    further = sent(kind="san-pham", subject=unit, origin=row, payload=unit_payload(title="Mới"))
    assert whys(change) == {}
    assert whys(further) == {}
