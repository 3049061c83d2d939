"""Corrections begun from the private link: prefilled, with the editors' notes beside the fields."""

import pytest
from django.http import HttpResponse

from submissions.drafts import hand_out
from submissions.models import Draft, Result, Submission, SubmissionFile
from submissions.models.submission import State
from submissions.services.correcting import NothingToCorrectError, begin
from tests.factories.showcase import ProductPageFactory
from tests.factories.submissions import FieldNoteFactory, SubmissionFactory, SubmissionFileFactory
from tests.soup import texts, words
from tests.submissions.filling import FORM, hidden, send, soup_of
from tests.submissions.samples import picture, upload


def take_up(client, draft):
    """Give the browser the key, as the status page does."""
    cookie = hand_out(HttpResponse(), draft.kind, draft.key).cookies["nhap"]
    client.cookies["nhap"] = cookie.value
    client.cookies["nhap"]["path"] = cookie["path"]


@pytest.fixture
def sent(client, clock, filling):
    """A new unit with its product, as it was sent."""
    who = filling.who("don-vi", zalo="0987 654 321", address="Số 5")
    what = filling.what("don-vi", tax_code="0100233488", founded_year="2021", ocop_stars="4")
    return send(client, clock, filling, "handling", "phone", kind="don-vi", who=who, what=what)[1]


def values(client, address):
    """What stands in the fields of a page."""
    soup = soup_of(client.get(address))
    assert not soup.select(".esum")
    return {
        tag["name"]: tag.get("value", "")
        for tag in soup.select("main form.ff .field input:not([type=radio], [type=checkbox])")
    }


def test_what_was_sent_stands_in_the_steps_again(client, sent, filling):
    take_up(client, begin(sent))
    who = values(client, f"{FORM}don-vi/buoc-1/")
    assert who["name"] == "Nông Văn Dũng"
    assert who["phone"] == "0912 345 678"
    assert who["zalo"] == "0987 654 321"
    assert who["unit_name"] == "Tổ Miến"
    what = values(client, f"{FORM}don-vi/buoc-2/")
    assert what["title"] == "Miến dong sợi tráng tay"
    assert what["tax_code"] == "0100233488"
    assert what["founded_year"] == "2021"
    soup = soup_of(client.get(f"{FORM}don-vi/buoc-2/"))
    assert soup.select_one("#id_about").text.strip() == "Làm miến dong."
    assert soup.select_one("#id_ocop_stars option[selected]")["value"] == "4"
    assert soup.select_one("[name=sectors][checked]")["value"] == str(filling.sector.pk)
    assert f"Bạn đang sửa hồ sơ {sent.code}" in words(soup.main)


def test_notes_of_the_editors_stand_beside_their_fields_until_they_are_resolved(client, sent):
    FieldNoteFactory(submission=sent, field="tagline", text="Nói rõ <b>củ</b> gì.",
                     sent_at=sent.received_at)  # fmt: skip
    FieldNoteFactory(submission=sent, field="tax_code", text="Thừa một số.",
                     sent_at=sent.received_at)  # fmt: skip
    FieldNoteFactory(submission=sent, field="title", text="Chưa gửi.")
    FieldNoteFactory(submission=sent, field="title", text="Xong rồi.", sent_at=sent.received_at,
                     resolved_at=sent.received_at)  # fmt: skip
    take_up(client, begin(sent))
    soup = soup_of(client.get(f"{FORM}don-vi/buoc-2/"))
    assert set(texts(soup, ".fnote")) == {"Nói rõ <b>củ</b> gì.", "Thừa một số."}
    tagline = soup.select_one("#id_tagline").find_parent(class_="field")
    assert "Nói rõ <b>củ</b> gì." in words(tagline)
    assert soup.select_one("details.fold").has_attr("open")


def test_a_correction_in_place_asks_no_consent_again_and_makes_no_second_submission(client, sent):
    sent.move_to(State.CHANGES)
    sent.save()
    take_up(client, begin(sent))
    data = {"tagline": "Miến củ dong đỏ."}
    address = f"{FORM}don-vi/buoc-2/"
    soup = soup_of(client.get(address))
    data |= {tag["name"]: tag.get("value", "") for tag in soup.select(".field input.inp")}
    data |= {"product_kind": "product", "readiness": "market", "about": "Làm miến dong.",
             "sectors": sent.payload["sectors"]}  # fmt: skip
    answer = client.post(address, data)
    assert answer["Location"] == f"{FORM}don-vi/buoc-3/"
    last = client.get(f"{FORM}don-vi/buoc-4/")
    assert not soup_of(last).select(".cons")
    answer = client.post(f"{FORM}don-vi/buoc-4/", hidden(last))
    assert answer["Location"] == sent.status_path
    submission = Submission.objects.get()
    assert submission.payload["tagline"] == "Miến củ dong đỏ."
    assert submission.state in (State.RECEIVED, State.READING)
    assert set(submission.consents.values_list("purpose", flat=True)) == {"handling", "phone"}
    assert not Draft.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_was_decided_meanwhile_is_not_sent_a_second_time(client, sent, method):
    take_up(client, begin(sent))
    sent.move_to(State.ACCEPTED)
    sent.save()
    answer = getattr(client, method)(f"{FORM}don-vi/buoc-4/")
    assert answer["Location"] == sent.status_path
    assert Submission.objects.count() == 1


def test_a_correction_the_editors_asked_for_comes_in_while_nothing_else_does(client, sent, filling):
    take_up(client, begin(sent))
    filling.page.closes_at = sent.received_at
    filling.page.save()
    assert client.get(f"{FORM}don-vi/buoc-1/").status_code == 200
    sent.move_to(State.ACCEPTED)
    sent.save()
    assert client.get(f"{FORM}san-pham/buoc-1/").status_code == 403


def test_after_acceptance_a_correction_is_a_submission_of_its_own(client, clock, sent, filling):
    page = ProductPageFactory(parent=filling.startup, title="Miến dong sợi tráng tay")
    sent.move_to(State.PUBLISHED)
    sent.save()
    Result.objects.create(submission=sent, page=page)
    draft = begin(sent)
    assert (draft.kind, draft.subject_id, draft.origin_id) == ("sua-thong-tin", page.pk, sent.pk)
    take_up(client, draft)
    first = f"{FORM}sua-thong-tin/buoc-1/"
    assert values(client, first)["name"] == "Nông Văn Dũng"
    assert not soup_of(client.get(first)).select("#id_trang")
    client.post(first, filling.who(trang=filling.startup.pk))
    clock.shift(20)
    client.post(f"{FORM}sua-thong-tin/buoc-2/", filling.what(title="Miến mới"))
    last = f"{FORM}sua-thong-tin/buoc-4/"
    answer = client.post(last, hidden(client.get(last)) | filling.agreed())
    later = Submission.objects.get(kind="sua-thong-tin")
    assert answer["Location"] == f"{FORM}theo-doi/{later.token}/bien-nhan/"
    assert later.origin == sent
    assert later.subject_id == page.pk
    assert later.state == State.RECEIVED


@pytest.mark.parametrize("state", [State.DECLINED, State.WITHDRAWN, State.ACCEPTED])
def test_there_may_be_nothing_to_correct(filling, state):
    submission = SubmissionFactory(state=state)
    with pytest.raises(NothingToCorrectError):
        begin(submission)
    assert not Draft.objects.exists()


def test_who_agreed_to_show_one_number_has_not_agreed_to_show_another(client, sent, filling):
    """The consent of the old number ends with it; the new one has an empty box of its own."""
    take_up(client, begin(sent))
    who = filling.who("don-vi", zalo="0987 654 321", address="Số 5", phone="0913 222 333")
    client.post(f"{FORM}don-vi/buoc-1/", who)
    last = client.get(f"{FORM}don-vi/buoc-4/")
    boxes = soup_of(last).select("[name^=ok_]")
    assert [box["name"] for box in boxes] == ["ok_phone"]
    assert not boxes[0].has_attr("checked")
    client.post(f"{FORM}don-vi/buoc-4/", hidden(last))
    assert list(sent.consents.standing().values_list("purpose", flat=True)) == ["handling"]
    old = sent.consents.get(purpose="phone")
    assert old.withdrawn_at

    take_up(client, begin(Submission.objects.get(pk=sent.pk)))
    client.post(f"{FORM}don-vi/buoc-1/", {**who, "phone": "0913 444 555"})
    last = client.get(f"{FORM}don-vi/buoc-4/")
    client.post(f"{FORM}don-vi/buoc-4/", {**hidden(last), "ok_phone": "on"})
    assert set(sent.consents.standing().values_list("purpose", flat=True)) == {"handling", "phone"}
    assert Submission.objects.get().sender.phone == "+84913444555"


# --- contacts of what is public -------------------------------------------------------------------
WHO, LAST = f"{FORM}sua-thong-tin/buoc-1/", f"{FORM}sua-thong-tin/buoc-4/"


@pytest.fixture
def published(client, sent, filling):
    """It became the unit's page."""
    sent.move_to(State.PUBLISHED)
    sent.save()
    Result.objects.create(submission=sent, page=filling.startup)
    return sent


def mend_contacts(client, clock, submission, **who):
    """By the private link, up to the last step, which is answered."""
    take_up(client, begin(submission))
    known = values(client, WHO)
    assert client.post(WHO, known | who).status_code == 302
    clock.shift(20)
    unit = {"title": "Tổ Miến", "about": "Làm miến.", "legal_form": "household"}
    assert client.post(f"{FORM}sua-thong-tin/buoc-2/", unit).status_code == 302
    return client.get(LAST)


def asked(page):
    """The purposes asked about; no box is ticked."""
    boxes = soup_of(page).select("[name^=ok_]")
    assert not [box for box in boxes if box.has_attr("checked")]
    return [box["name"].removeprefix("ok_") for box in boxes]


def test_by_the_private_link_contacts_are_asked_with_what_is_known(client, clock, published):
    begun = client.post(f"{published.status_path}sua/", {"trang": ""})
    assert begun["Location"] == WHO
    found = values(client, WHO)
    shown = {name: found[name] for name in ("phone", "email", "zalo", "address")}
    assert shown == {"phone": "0912 345 678", "email": "", "zalo": "0987 654 321",
                     "address": "Số 5"}  # fmt: skip


def test_boxes_stand_for_what_is_new_changed_or_was_never_agreed_to(client, clock, published):
    same = mend_contacts(client, clock, published)
    assert asked(same) == ["handling", "name", "zalo", "address"], "the telephone is agreed to"
    page = mend_contacts(client, clock, published, phone="0913 222 333", email="moi@mau.example",
                         address="")  # fmt: skip
    assert asked(page) == ["handling", "name", "phone", "email", "zalo"]
    ticked = {"ok_handling": "on", "ok_phone": "on", "ok_email": "on"}
    client.post(LAST, hidden(page) | ticked)
    later = Submission.objects.get(origin=published)
    assert set(later.consents.values_list("purpose", flat=True)) == {"handling", "phone", "email"}
    assert (later.sender.phone, later.sender.email) == ("+84913222333", "moi@mau.example")
    assert later.sender.address == ""
    again = mend_contacts(client, clock, published, phone="0913 222 333", email="moi@mau.example")
    assert asked(again) == ["handling", "name", "zalo", "address"]


def test_a_stranger_s_correction_asks_for_no_contacts_of_the_unit(client, clock, filling):
    names = {tag["name"] for tag in soup_of(client.get(WHO)).select("main form.ff [name]")}
    assert not {"zalo", "address"} & names


def test_a_correction_that_is_corrected_itself_asks_for_contacts_too(client, clock, published):
    page = mend_contacts(client, clock, published)
    client.post(LAST, hidden(page) | {"ok_handling": "on"})
    later = Submission.objects.get(origin=published)
    take_up(client, begin(later))
    client.post(WHO, values(client, WHO) | {"email": "moi@mau.example", "zalo": "0911 222 333"})
    last = client.get(LAST)
    assert asked(last) == ["email", "zalo"]
    client.post(LAST, hidden(last) | {"ok_email": "on"})
    assert set(later.consents.standing().values_list("purpose", flat=True)) == {"handling", "email"}


def test_an_address_added_before_the_decision_gets_its_box(client, sent, filling):
    take_up(client, begin(sent))
    who = filling.who("don-vi", zalo="0987 654 321", address="Số 5", email="moi@mau.example")
    client.post(f"{FORM}don-vi/buoc-1/", who)
    assert asked(client.get(f"{FORM}don-vi/buoc-4/")) == ["email"]


# --- files that were sent before ------------------------------------------------------------------
STEP = f"{FORM}don-vi/buoc-3/"


def with_files(sent, count=3):
    """Pictures and a certificate that came with it."""
    rows = [
        SubmissionFileFactory(submission=sent, name=f"{n}.jpg", order=n, file=image(n))
        for n in range(count)
    ]
    paper = SubmissionFileFactory(submission=sent, kind="certificate", name="OCOP.pdf", order=9)
    return rows, paper


def image(shade):
    return upload(picture(colour=(shade * 40, 90, 40)), "a.jpg")


def send_correction(client, **more):
    """The last step."""
    last = client.get(f"{FORM}don-vi/buoc-4/")
    return client.post(f"{FORM}don-vi/buoc-4/", hidden(last) | more)


def test_pictures_sent_before_are_described_ordered_and_removed_on_sending(client, sent):
    (one, two, three), paper = with_files(sent)
    FieldNoteFactory(submission=sent, field="pictures", sent_at=sent.received_at)
    FieldNoteFactory(submission=sent, field="certificates", sent_at=sent.received_at)
    take_up(client, begin(sent))
    soup = soup_of(client.get(STEP))
    thumbs = [tag["src"] for tag in soup.select(".ph img")]
    assert thumbs == [f"{sent.status_path}tep/{file.pk}/nho/" for file in (one, two, three)]
    assert {client.get(thumb).status_code for thumb in thumbs} == {200}
    client.post(STEP, {"act": f"remove-{one.pk}"})
    said = {f"alt-{three.pk}": "Giàn miến", f"person-{three.pk}": "1"}
    client.post(STEP, {"act": f"cover-{three.pk}", **said})
    client.post(STEP, {"act": "add", "pictures": image(5)})
    new = SubmissionFile.objects.get(draft__isnull=False)
    soup = soup_of(client.get(STEP))
    assert texts(soup, ".ph .fname") == ["2.jpg", "1.jpg", "a.jpg"]
    assert soup.select_one(f"[name=alt-{three.pk}]")["value"] == "Giàn miến"
    three.refresh_from_db()
    assert (three.alt, three.has_person, sent.files.count()) == ("", False, 4), "not sent yet"
    answer = client.post(STEP, {"act": "next", f"person-{new.pk}": "0"})
    last = client.get(answer["Location"])
    assert soup_of(last).select_one(".prev img")["src"] == thumbs[2]
    assert send_correction(client)["Location"] == sent.status_path
    assert [row.name for row in sent.files.pictures()] == ["2.jpg", "1.jpg", "a.jpg"]
    three.refresh_from_db()
    assert (three.alt, three.has_person) == ("Giàn miến", True)
    assert list(sent.files.certificates()) == [paper]
    notes = {row.field: row.resolved_at is not None for row in sent.notes.all()}
    assert notes == {"pictures": True, "certificates": False}


def test_a_correction_that_touches_no_file_leaves_them_and_their_notes(client, sent):
    rows, paper = with_files(sent)
    FieldNoteFactory(submission=sent, field="pictures", sent_at=sent.received_at)
    take_up(client, begin(sent))
    same = {f"alt-{file.pk}": "" for file in rows} | {f"person-{file.pk}": "0" for file in rows}
    client.post(STEP, {"act": "next", **same})
    send_correction(client)
    assert [row.pk for row in sent.files.all()] == [file.pk for file in [*rows, paper]]
    assert sent.notes.get().resolved_at is None


def test_old_and_new_pictures_are_counted_together(client, sent):
    rows, _paper = with_files(sent, count=5)
    take_up(client, begin(sent))
    answer = client.post(STEP, {"act": "next", "pictures": [image(6), upload(picture(), "b.jpg")]})
    assert answer.status_code == 400
    assert texts(soup_of(answer), ".esum li") == [
        "b.jpg: Đã đủ 6 ảnh. Bỏ bớt một ảnh rồi gửi ảnh này."
    ]
    client.post(STEP, {"act": f"remove-{rows[0].pk}"})
    again = client.post(STEP, {"act": "next", "pictures": upload(picture(), "b.jpg")})
    assert again["Location"] == f"{STEP}?nhan=1"


def test_an_infected_file_can_be_removed_and_blocks_no_longer(client, sent):
    (one, two), paper = with_files(sent, count=2)
    SubmissionFile.objects.filter(pk__in=[one.pk, paper.pk]).update(state="infected")
    take_up(client, begin(sent))
    soup = soup_of(client.get(STEP))
    assert len(soup.select(".ph img")) == 1
    assert "Có mã độc" in words(soup.select(".ph")[1])
    assert "có mã độc" in words(soup.select_one(".sent"))
    client.post(STEP, {"act": f"remove-{one.pk}"})
    client.post(STEP, {"act": f"remove-{paper.pk}"})
    client.post(STEP, {"act": "next"})
    send_correction(client)
    assert list(sent.files.all()) == [two]


def test_nobody_reaches_anothers_files_by_a_correction(client, sent):
    (mine, *_rest), _paper = with_files(sent)
    (theirs, *_more), _other = with_files(SubmissionFactory(kind="don-vi"))
    take_up(client, begin(sent))
    client.post(STEP, {"act": f"remove-{theirs.pk}", f"alt-{theirs.pk}": "x"})
    assert str(theirs.pk) not in str(Draft.objects.get().answers.get("files", {}))
    send_correction(client)
    theirs.refresh_from_db()
    assert theirs.alt == ""
    assert sent.files.filter(pk=mine.pk).exists()
