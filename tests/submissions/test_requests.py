"""Requests about data, answered from the admin."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from submissions.models import DataRequest, Submission
from tests.factories.submissions import DataRequestFactory
from tests.submissions.reviewing import client_of, house, sent


@pytest.fixture
def staff(db):
    return house()


@pytest.fixture
def request_url(staff):
    item = DataRequestFactory(submission=sent(), text="Xin xem dữ liệu của tôi.")
    return item, reverse("submissions_data_request", args=[item.pk])


def test_it_is_read_with_its_clock_and_answered_once(staff, request_url):
    item, url = request_url
    client = client_of(staff.editor)
    assert "Xin xem dữ liệu của tôi." in client.get(url).content.decode()
    empty = client.post(url, {"viec": "tra-loi", "tra-loi": " "})
    assert (empty.status_code, "Hãy ghi trả lời" in empty.content.decode()) == (409, True)
    assert client.post(url, {"viec": "tra-loi", "tra-loi": "Đã gửi bản sao."}).status_code == 302
    item.refresh_from_db()
    assert (item.answer, item.done_by) == ("Đã gửi bản sao.", staff.editor)
    again = client.post(url, {"viec": "tra-loi", "tra-loi": "Lần nữa"})
    assert again.status_code == 409
    assert "Đã gửi bản sao." in client.get(url).content.decode()


def test_a_copy_is_given_out_as_a_file_and_written_down(staff, request_url, monkeypatch):
    _item, url = request_url
    monkeypatch.setattr("submissions.services.privacy.export", lambda row: b"PK")
    answer = client_of(staff.editor).post(url, {"viec": "ban-sao"})
    assert answer.content == b"PK"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "no-store" in answer["Cache-Control"]
    line = ModelLogEntry.objects.get(action="submissions.export")
    assert line.user == staff.editor


def test_erasing_asks_twice_and_closes_what_is_open(staff, request_url):
    item, url = request_url
    later = sent(kind="sua-thong-tin", origin=item.submission, title="Sửa")
    DataRequestFactory(submission=later, kind="erase")
    client = client_of(staff.editor)
    assert client.post(url, {"viec": "xoa"}).status_code == 409
    assert DataRequest.objects.open().count() == 2
    assert client.post(url, {"viec": "xoa", "chac": "1"}).status_code == 302
    assert set(Submission.objects.values_list("state", flat=True)) == {"erased"}
    assert not DataRequest.objects.open().exists(), "of the whole family"
    item.refresh_from_db()
    assert item.done_by == staff.editor


def test_an_unknown_act_does_nothing(staff, request_url):
    _item, url = request_url
    assert client_of(staff.editor).post(url, {"viec": "gi-do"}).status_code == 409
    assert DataRequest.objects.open().count() == 1
