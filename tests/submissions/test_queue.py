"""The queue and the desk's panel."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from submissions.models.submission import State
from submissions.rights import readable_kinds
from submissions.views.queue import waiting_count
from tests.factories.submissions import DataRequestFactory, SubmissionFactory
from tests.soup import read
from tests.submissions.reviewing import client_of, house, sent

QUEUE = "submissions_queue"
PANEL = "#submissions-waiting-section"


@pytest.fixture
def staff(db):
    return house()


def listed(user, **query):
    answer = client_of(user).get(reverse(QUEUE), query)
    assert answer.status_code == 200
    return [row.title for row in answer.context["object_list"]]


def text_of(user, **query):
    return client_of(user).get(reverse(QUEUE), query).content.decode()


def test_the_longest_waiting_stands_first_then_the_sender_s_turn_then_the_decided(staff):
    now = timezone.now()
    for days, state in ((1, State.RECEIVED), (5, State.READING), (9, State.ACCEPTED),
                        (7, State.CHANGES)):  # fmt: skip
        SubmissionFactory(title=state, state=state, received_at=now - timedelta(days=days))
    assert listed(staff.editor) == ["reading", "received", "changes", "accepted"]


def test_suspects_are_shown_only_when_asked_for_and_told_by_number(staff):
    SubmissionFactory(title="Bán hàng", state=State.SUSPECT)
    assert listed(staff.editor) == []
    assert "1 hồ sơ nghi là rác" in text_of(staff.editor)
    assert listed(staff.editor, state="suspect") == ["Bán hàng"]


def test_filters_by_kind_reader_and_lateness(staff):
    past = timezone.now() - timedelta(days=1)
    SubmissionFactory(title="A", kind="don-vi", reader=staff.editor, state=State.READING)
    SubmissionFactory(title="B", due_at=past)
    assert listed(staff.editor, kind="don-vi") == ["A"]
    assert listed(staff.editor, mine="toi") == ["A"]
    assert listed(staff.editor, mine="chua") == ["B"]
    assert listed(staff.editor, late="co") == ["B"]
    assert "Quá hạn trả lời" in text_of(staff.editor)


@pytest.mark.parametrize(
    "words", ["mien dong", "MIẾN", "0987 654", "+84 987 654 321", "bàn thị", "987654321"]
)
def test_found_by_title_number_and_name_marks_ignored(staff, words):
    sent(kind="san-pham", title="Miến dong", payload={"title": "Miến dong"})
    SubmissionFactory(title="Mật ong", sender__phone="+84900000001", sender__name="Ai đó")
    assert listed(staff.editor, q=words) == ["Miến dong"]


def test_found_by_code(staff):
    row = SubmissionFactory(title="Miến")
    SubmissionFactory(title="Mật ong")
    assert listed(staff.editor, q=row.code.lower()) == ["Miến"]


def test_hostile_words_are_only_looked_for(staff):
    for words in ('"' * 500, "title:(", "%00", "' OR 1=1", "\\", "x" * 3000):
        assert listed(staff.editor, q=words) == []


def test_the_same_number_of_queries_for_10_and_for_50(staff, settings):
    def ask():
        client = client_of(staff.editor)
        client.get(reverse(QUEUE))
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(reverse(QUEUE), {"p": 1})
        return len(queries), len(answer.context["object_list"])

    def fill(count):
        for n in range(count):
            sent(kind="san-pham" if n % 2 else "don-vi", title=f"Miến {n}")
            DataRequestFactory(submission=SubmissionFactory(kind="don-vi"))

    fill(5)
    few, shown = ask()
    assert shown == 10
    fill(20)
    many, shown = ask()
    assert shown == 25
    assert many == few


def test_duplicates_and_risks_stand_beside_the_row(staff):
    sent(title="Một", risks=["3 liên kết"])
    sent(title="Hai")
    text = text_of(staff.editor)
    assert text.count("chỗ có thể trùng") == 2
    assert "3 liên kết" in text


def test_open_requests_about_data_stand_above_with_their_clock(staff):
    row = sent()
    request = DataRequestFactory(submission=row, due_at=timezone.now() - timedelta(hours=1))
    DataRequestFactory(submission=row, done_at=timezone.now(), text="xong")
    text = text_of(staff.editor)
    assert text.count(reverse("submissions_data_request", args=[request.pk])) == 1
    assert "quá hạn" in text


def in_menu(label):
    """As the sidebar's own data spell it."""
    return json.dumps(label)[1:-1]


# --- the desk ---------------------------------------------------------------------------------
def test_the_desk_shows_what_waits_to_those_who_read_and_to_nobody_else(staff):
    sent(title="Miến dong", due_at=timezone.now() - timedelta(days=1))
    text = client_of(staff.editor).get(reverse("wagtailadmin_home")).content.decode()
    panel = read(client_of(staff.editor), reverse("wagtailadmin_home")).select_one(PANEL)
    assert "Miến dong" in panel.text
    assert "1 hồ sơ quá hạn trả lời" in panel.text
    assert in_menu("Hồ sơ gửi lên (1)") in text
    for user in (staff.contributor, staff.reporter, staff.storyteller):
        text = client_of(user).get(reverse("wagtailadmin_home")).content.decode()
        assert "Miến dong" not in text
    text = client_of(staff.contributor).get(reverse("wagtailadmin_home")).content.decode()
    assert in_menu("Hồ sơ gửi lên") not in text


def test_the_panel_costs_the_same_however_many_wait(staff):
    def cost():
        client = client_of(staff.editor)
        client.get(reverse("wagtailadmin_home"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("wagtailadmin_home"))
        return len(queries)

    for _n in range(6):
        DataRequestFactory(submission=sent())
    few = cost()
    for _n in range(20):
        DataRequestFactory(submission=sent())
    assert cost() == few


def test_menu_and_panel_of_one_request_ask_once_what_this_person_reads(staff):
    sent()
    user = type(staff.editor).objects.get(pk=staff.editor.pk)
    assert waiting_count(user) == 1
    with CaptureQueriesContext(connection) as asked:
        assert waiting_count(user) == 1
        assert readable_kinds(user)
    assert not asked.captured_queries
