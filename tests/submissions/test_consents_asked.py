"""The boxes of the last step: empty, one a purpose, bound to the words they stand under."""

import pytest

from submissions.consent_form import NEEDED_VALUE
from submissions.models import Consent, ConsentText, Submission
from submissions.models.consent import Purpose
from submissions.services.setup import ensure_consent_texts
from tests.factories.submissions import ConsentTextFactory
from tests.soup import texts, words
from tests.submissions.filling import FORM, hidden, send, soup_of, walk


def boxes(answer):
    """Purposes of the boxes of a page, and which are ticked."""
    found = soup_of(answer).select(".cons input[type=checkbox]")
    return [tag["name"].removeprefix("ok_") for tag in found], [
        tag["name"].removeprefix("ok_") for tag in found if tag.has_attr("checked")
    ]


def test_a_first_version_of_every_purpose_is_written_once_and_names_the_unit(db):
    old = ConsentTextFactory(purpose=Purpose.NAME, version=4, text="Lời cũ.")
    made = ensure_consent_texts(unit="UBND phường Mẫu")
    assert {text.purpose for text in made} == set(Purpose.values) - {"name"}
    assert all("UBND phường Mẫu" in text.text for text in made)
    assert all(text.hint for text in made)
    assert ensure_consent_texts(unit="Khác") == []
    assert [text.pk for text in ConsentText.objects.filter(purpose="name")] == [old.pk]


def test_S22_no_box_is_ticked_and_only_what_was_given_can_be_shown(client, clock, filling):
    last, _data = walk(client, clock, filling)
    assert boxes(client.get(last)) == (["handling", "name", "phone", "reuse", "newsletter"], [])
    who = filling.who("don-vi", email="dung@mau.example", zalo="0987654321", address="Tổ 5")
    last, _data = walk(client, clock, filling, "don-vi", who=who)
    page = client.get(last)
    assert boxes(page) == (list(Purpose.values), [])
    heads = texts(soup_of(page), ".cons b")
    assert heads == [
        "Hiện tên Nông Văn Dũng",
        "Hiện số điện thoại 0912 345 678",
        "Hiện thư điện tử dung@mau.example",
        "Hiện Zalo 0987 654 321",
        "Hiện địa chỉ Tổ 5",
    ]
    assert len(NEEDED_VALUE) == len(heads)


def test_S22_without_handling_it_is_refused_and_what_was_ticked_stays(client, clock, filling):
    last, data = walk(client, clock, filling)
    answer = client.post(last, data | filling.agreed("phone"))
    assert answer.status_code == 400
    assert boxes(answer)[1] == ["phone"]
    said = words(soup_of(answer).select_one("#id_ok_handling_error"))
    assert "Đánh dấu ô này" in said
    assert soup_of(answer).select_one(".esum a")["href"] == "#id_ok_handling"
    assert not Submission.objects.exists()
    assert boxes(client.get(last))[1] == []


def test_S22_words_that_changed_meanwhile_are_asked_again_with_every_box_empty(
    client, clock, filling
):
    last, data = walk(client, clock, filling)
    new = ConsentTextFactory(purpose="phone", version=2, text="Lời mới về số điện thoại.")
    answer = client.post(last, data | filling.agreed("handling", "phone"))
    assert answer.status_code == 400
    assert boxes(answer)[1] == []
    assert "Lời mới về số điện thoại." in words(soup_of(answer).main)
    assert "vừa được sửa" in words(soup_of(answer).select_one(".esum"))
    assert not Submission.objects.exists()
    again = hidden(answer) | {"ok_handling": "on", "ok_phone": "on"}
    assert client.post(last, again).status_code == 302
    assert Consent.objects.get(purpose="phone").text == new


@pytest.mark.parametrize("version", ["", "0", "999", "x", "1; drop table"])
def test_S22_a_box_without_its_words_counts_for_nothing(client, clock, filling, version):
    last, data = walk(client, clock, filling)
    answer = client.post(last, data | filling.agreed() | {"text_phone": version, "ok_phone": "on"})
    assert answer.status_code == 400
    assert not Submission.objects.exists()


def test_S22_a_box_that_was_not_drawn_cannot_be_ticked(client, clock, filling):
    extra = {"ok_email": "on", "ok_zalo": "on", "ok_address": "on", "ok_all": "on"}
    last, data = walk(client, clock, filling)
    client.post(last, data | filling.agreed("handling") | extra)
    assert list(Consent.objects.values_list("purpose", flat=True)) == ["handling"]


def test_a_correction_asks_for_the_handling_alone(client, clock, filling):
    what = {"title": "Tổ Miến", "about": "Làm miến.", "legal_form": "household"}
    last, _data = walk(client, clock, filling, "sua-thong-tin", what=what)
    assert boxes(client.get(last)) == (["handling"], [])


def test_everything_at_once_is_bound_to_the_words_too(client, clock, filling):
    address = f"{FORM}san-pham/gui/"
    data = hidden(client.get(address)) | filling.who() | filling.what()
    clock.shift(30)
    answer = client.post(address, data | {"text_phone": "0", "ok_handling": "on"})
    assert answer.status_code == 400
    assert boxes(answer)[1] == []
    assert soup_of(answer).select_one("#id_title")["value"] == "Miến dong sợi tráng tay"
    without = client.post(address, data | filling.agreed("phone"))
    assert without.status_code == 400
    assert boxes(without)[1] == ["phone"]
    assert not Submission.objects.exists()


def test_the_version_is_stored_with_time_and_way(client, clock, filling):
    _answer, submission = send(client, clock, filling, "handling", "newsletter")
    rows = {row.purpose: row for row in submission.consents.all()}
    assert set(rows) == {"handling", "newsletter"}
    assert rows["handling"].text == filling.texts["handling"]
    assert rows["handling"].way == "web"
    assert rows["handling"].given_at == submission.received_at
