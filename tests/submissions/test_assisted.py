"""Keying in on behalf."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mailing.models import OutgoingMail
from submissions.models import ConsentText, Draft, Purpose, Submission, SubmissionFile
from submissions.services import review
from tests.factories.showcase import SectorFactory, StartupPageFactory
from tests.factories.submissions import ConsentTextFactory
from tests.submissions.reviewing import client_of, house


@pytest.fixture
def staff(db):
    for purpose in Purpose.values:
        ConsentTextFactory(purpose=purpose, version=1, text=f"Đồng ý {purpose}.")
    return house()


def answers(**more):
    sector = SectorFactory()
    return {
        "key": str(uuid.uuid4()), "channel": "counter",
        "name": "Bàn Thị Mười", "phone": "0987 654 321", "address": "Thôn Nà Khoang",
        "unit_name": "Tổ hợp tác Nà Khoang", "legal_form": "household",
        "title": "Miến dong", "product_kind": "product", "tagline": "Miến củ dong.",
        "sectors": [sector.pk], "readiness": "market", "about": "Làm miến.",
        "tax_code": "006200001234", "ok_handling": "on", "ok_phone": "on",
    } | more  # fmt: skip


def keyed(staff, data, kind="don-vi", query=""):
    url = reverse("submissions_assisted", args=[kind]) + query
    return client_of(staff.editor).post(url, data)


def test_it_is_taken_in_as_said_at_the_counter_and_counts_as_proved(staff):
    answer = keyed(staff, answers())
    row = Submission.objects.get()
    assert answer["Location"] == reverse("submissions_review", args=[row.pk])
    assert (row.channel, row.kind, row.title) == ("counter", "don-vi", "Miến dong")
    assert row.sender.is_proved
    assert row.sender.phone_proved_by == staff.editor
    assert row.sender.tax_code == "006200001234"
    assert "006200001234" not in str(row.payload)
    assert {(c.purpose, c.way, c.recorded_by) for c in row.consents.all()} == {
        ("handling", "counter", staff.editor), ("phone", "counter", staff.editor),
    }  # fmt: skip
    assert row.events.get(kind="received").by == staff.editor
    text = client_of(staff.editor).get(answer["Location"]).content.decode()
    assert f"{row.status_path}bien-nhan/" in text


def test_an_address_said_at_the_counter_is_not_proved_and_still_it_can_be_accepted(staff):
    keyed(staff, answers(phone="", email="ban.muoi@mau.example"))
    row = Submission.objects.get()
    assert row.sender.email_proved_at is None
    assert not row.sender.is_proved
    review.accept(submission=row, user=staff.editor)
    keys = list(OutgoingMail.objects.filter(to=row.sender.email).values_list("key", flat=True))
    assert keys == [f"submission:{row.pk}:received"], "others wait for the proof"


@pytest.mark.parametrize("said", ["9" * 23, "²", "-1", "x", "٣"])
def test_an_address_of_no_page_is_the_form_without_one(staff, said):
    url = reverse("submissions_assisted", args=["san-pham"])
    answer = client_of(staff.editor).get(url, {"trang": said})
    assert answer.status_code == 200
    assert 'name="tagline"' not in answer.content.decode()


def test_posted_twice_it_is_taken_in_once(staff):
    data = answers()
    first, second = keyed(staff, data), keyed(staff, data)
    assert first["Location"] == second["Location"]
    assert Submission.objects.count() == 1


def test_no_box_is_ticked_and_without_consent_to_handle_nothing_is_stored(staff):
    text = client_of(staff.editor).get(reverse("submissions_assisted", args=["don-vi"]))
    assert "checked" not in text.content.decode().split("Người gửi đồng ý điều gì")[1]
    answer = keyed(staff, answers(ok_handling=""))
    assert answer.status_code == 400
    assert "phải đồng ý điều này" in answer.content.decode()
    assert not Submission.objects.exists()


def test_a_mistake_keeps_what_was_typed(staff):
    answer = keyed(staff, answers(phone="12", title=""))
    text = answer.content.decode()
    assert answer.status_code == 400
    assert "Chưa phải số điện thoại" in text
    assert "Tổ hợp tác Nà Khoang" in text
    assert not Submission.objects.exists()


def test_pictures_come_with_it(staff, picture_file):
    photo = SimpleUploadedFile("IMG.jpg", picture_file().read(), "image/jpeg")
    data = answers(**{"anh-0-picture": photo, "anh-0-alt": "Miến trên giàn",
                      "anh-0-has_person": "on"})  # fmt: skip
    assert keyed(staff, data).status_code == 302
    file = Submission.objects.get().files.get()
    assert (file.alt, file.has_person) == ("Miến trên giàn", True)
    assert not Draft.objects.exists()


def test_a_refused_picture_stores_nothing(staff):
    fake = SimpleUploadedFile("anh.jpg", b"MZ<script>", "image/jpeg")
    answer = keyed(staff, answers(**{"anh-0-picture": fake}))
    assert answer.status_code == 400
    assert not Submission.objects.exists()
    assert not Draft.objects.exists()
    assert not SubmissionFile.objects.exists()


def test_what_it_is_about_is_chosen_first(staff):
    unit = StartupPageFactory(title="Trà Núi Mây")
    url = reverse("submissions_assisted", args=["san-pham"])
    text = client_of(staff.editor).get(url).content.decode()
    assert "Trà Núi Mây" in text
    assert 'name="tagline"' not in text
    keyed(staff, answers(), "san-pham", f"?trang={unit.pk}")
    assert Submission.objects.get().subject_id == unit.pk


def test_only_the_kinds_of_one_s_sections_are_offered(staff):
    text = client_of(staff.storyteller).get(reverse("submissions_assisted_index")).content.decode()
    assert reverse("submissions_assisted", args=["cau-chuyen"]) in text
    assert reverse("submissions_assisted", args=["don-vi"]) not in text
    url = reverse("submissions_assisted", args=["don-vi"])
    assert client_of(staff.storyteller).post(url, answers()).status_code == 404
    assert ConsentText.objects.count() == len(Purpose.values)
