"""Past, running and to come by the minute of Vietnam, over the edges of days and years."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from events.models import EventPage, EventSession, Exhibitor, OpeningHours, Organiser
from tests.factories.events import EventPageFactory, SpacePageFactory
from tests.factories.showcase import ProductPageFactory
from tests.soup import assert_whole, hrefs, read, texts, words

MINUTE = datetime.timedelta(minutes=1)
DAY = datetime.timedelta(days=1)


def vietnam(*moment):
    return timezone.make_aware(datetime.datetime(*moment))


def make(title="Hội", *sessions, **more):
    """An event with these sessions (dicts)."""
    event = EventPageFactory(title=title, starts_in=None, **more)
    for session in sessions:
        event.sessions.add(EventSession(**{"place": "Nhà văn hóa", **session}))
    event.save()
    return event


def phases():
    """Titles by phase, as the QuerySet tells them apart now."""
    events = EventPage.objects.visible()
    ways = {"upcoming": events.upcoming, "running": events.running, "past": events.past}
    return {name: [event.title for event in way()] for name, way in ways.items()}


def test_the_page_and_the_list_change_at_the_same_minute(client, home):
    start = vietnam(2026, 12, 31, 22, 0)
    event = make("Đón năm mới", {"starts_at": start, "ends_at": vietnam(2027, 1, 1, 0, 30)})
    for moment, phase, label in [
        (start - MINUTE, "upcoming", "Sắp diễn ra"),
        (start, "running", "Đang diễn ra"),
        (vietnam(2027, 1, 1, 0, 29), "running", "Đang diễn ra"),
        (vietnam(2027, 1, 1, 0, 30), "past", "Đã diễn ra"),
    ]:
        with time_machine.travel(moment, tick=False):
            assert event.phase == phase
            assert phases()[phase] == ["Đón năm mới"]
            assert sum(len(titles) for titles in phases().values()) == 1
            assert texts(read(client, "/su-kien/"), ".fac li a")[0] == f"{label}1"
            assert label in texts(read(client, event.url), "main .kick")[0]
    assert event.year == 2026


def test_a_whole_day_is_the_day_of_vietnam_from_midnight_to_midnight(client, home):
    event = make("Cả ngày", {"starts_at": vietnam(2026, 12, 5, 8, 0), "all_day": True})
    for moment, phase in [
        (vietnam(2026, 12, 4, 23, 59), "upcoming"),
        (vietnam(2026, 12, 5, 0, 0), "running"),
        (vietnam(2026, 12, 5, 23, 59), "running"),
        (vietnam(2026, 12, 6, 0, 0), "past"),
    ]:
        with time_machine.travel(moment, tick=False):
            assert event.phase == phase
            assert phases()[phase] == ["Cả ngày"]
    with time_machine.travel(vietnam(2026, 12, 1), tick=False):
        head = words(read(client, event.url).select_one(".ev-m"))
        row = words(read(client, "/su-kien/").select_one(".ev-row"))
    assert head == "cả ngày tại Nhà văn hóa"
    assert "cả ngày" in row
    assert "00:00" not in head + row


LONG = "08:00, đến 17:00 ngày 07/12"


@pytest.mark.parametrize(
    ("start", "end", "all_day", "head", "row"),
    [
        ((5, 8, 0), (5, 11, 30), False, "08:00 – 11:30", "08:00 – 11:30"),
        ((5, 8, 0), None, False, "08:00 – 10:00", "08:00 – 10:00"),
        ((5, 19, 0), (6, 0, 0), False, "19:00 – 24:00", "19:00 – 24:00"),
        ((5, 8, 0), (7, 17, 0), False, f"{LONG}/2026", LONG),
        ((5, 0, 0), (7, 0, 0), True, "cả ngày, đến hết 07/12/2026", "cả ngày, đến hết 07/12"),
    ],
)
def test_hours_are_told_as_people_say_them(client, home, start, end, all_day, head, row):
    until = vietnam(2026, 12, *end) if end else None
    session = {"starts_at": vietnam(2026, 12, *start), "ends_at": until, "all_day": all_day}
    event = make("Hội", session)
    with time_machine.travel(vietnam(2026, 12, 1), tick=False):
        assert words(read(client, event.url).select_one(".ev-m b")) == head
        assert words(read(client, "/su-kien/").select_one(".ev-row .nw")) == row


def test_several_sessions_span_the_event_and_each_is_told(client, home):
    """Typed in the wrong order; the second ends later than the third."""
    event = make(
        "Ba buổi",
        {"starts_at": vietnam(2026, 12, 7, 8), "ends_at": vietnam(2026, 12, 7, 9), "title": "Ba"},
        {"starts_at": vietnam(2026, 12, 5, 8), "ends_at": vietnam(2026, 12, 5, 9), "title": "Một"},
        {"starts_at": vietnam(2026, 12, 6, 8), "ends_at": vietnam(2026, 12, 8, 9), "title": "Hai"},
    )
    assert event.starts_at == vietnam(2026, 12, 5, 8)
    assert event.ends_at == vietnam(2026, 12, 8, 9)
    assert event.place_summary == "Nhà văn hóa"
    with time_machine.travel(vietnam(2026, 12, 5, 20), tick=False):
        assert event.phase == "running", "between two sessions an event is not over"
    assert texts(read(client, event.url), ".session h3") == ["Một", "Hai", "Ba"]
    event.sessions.get(title="Hai").delete()
    event = EventPage.objects.get(pk=event.pk)
    event.save()
    assert event.ends_at == vietnam(2026, 12, 7, 9)


def test_an_event_without_a_date_is_announced_but_in_no_phase(client, home):
    event = make("Chưa hẹn ngày")
    assert phases() == {"upcoming": [], "running": [], "past": []}
    assert event.state_label == "Sắp diễn ra"
    soup = read(client, event.url)
    assert_whole(soup)
    assert "Chưa có ngày" in words(soup.main)
    soup = read(client, "/su-kien/")
    assert texts(soup, ".srs h2") == ["Chưa hẹn ngày"]
    assert not soup.select(".ev-row")
    assert not [text for text in texts(soup, ".fac li a") if "diễn ra" in text]


def test_what_runs_and_comes_stands_by_time_and_what_is_past_latest_first(client, home):
    hours = {"Xưa": -900, "Vừa qua": -30, "Đang dài": -20, "Đang ngắn": -10, "Mai": 20, "Kia": 60}
    for title, hour in hours.items():
        start = timezone.now() + datetime.timedelta(hours=hour)
        last = 40 if title == "Đang dài" else 12
        make(title, {"starts_at": start, "ends_at": start + datetime.timedelta(hours=last)})
    by_phase = {
        "upcoming": ["Mai", "Kia"],
        "running": ["Đang ngắn", "Đang dài"],  # the first to end goes first
        "past": ["Vừa qua", "Xưa"],
    }
    assert phases() == by_phase
    ahead = ["Đang dài", "Đang ngắn", "Mai", "Kia"]
    assert [event.title for event in EventPage.objects.not_over()] == ahead
    soup = read(client, "/su-kien/")
    assert texts(soup, ".ahead h3") == ahead
    assert texts(soup, ".fac section:first-of-type li a") == [
        "Đang diễn ra2",
        "Sắp diễn ra2",
        "Đã diễn ra2",
    ]
    for value, phase in {"sap": "upcoming", "qua": "past", "dang": "running"}.items():
        soup = read(client, f"/su-kien/?luc={value}")
        assert texts(soup, ".srs h2") == by_phase[phase]
        assert not soup.select(".ahead")
    assert len(texts(read(client, "/su-kien/?luc=hom-qua"), ".srs h2")) == 6


def test_the_phase_filter_counts_only_what_the_other_filters_leave(client, home):
    EventPageFactory(event_kind="training")
    EventPageFactory(event_kind="fair", starts_in=-9 * DAY)
    soup = read(client, "/su-kien/?dang=training")
    assert "Sắp diễn ra1" in texts(soup, ".fac li a")
    assert not [text for text in texts(soup, ".fac li a") if text.startswith("Đã")]


@pytest.mark.parametrize(
    ("status", "label"),
    [("cancelled", "Đã hủy"), ("moved", "Đổi ngày hoặc địa điểm"), ("postponed", "Hoãn, chưa có")],
)
def test_a_change_of_plan_is_told_wherever_the_event_shows(client, home, status, label):
    event = EventPageFactory(
        status=status,
        status_note="Vì mưa lớn.",
        registration_url="https://mau.example/dang-ky/",
        starts_in=DAY,
    )
    EventPageFactory.create_batch(8)
    own = read(client, event.url)
    assert label in words(own.select_one("main .kick"))
    assert "Vì mưa lớn." in words(own.select_one(".callout"))
    for address in ("/", "/su-kien/"):
        rows = {words(row.h3): words(row) for row in read(client, address).select(".ev-row")}
        assert label in rows[event.title], address
    rows = {words(row.h2): words(row) for row in read(client, "/su-kien/").select(".srs li")}
    assert label in rows[event.title]
    assert sum(label in row for row in rows.values()) == 1
    assert bool(own.select(".ev-act a")) is (status == "moved")


def test_the_button_to_register_goes_at_its_deadline_and_with_the_event(client, home):
    deadline = vietnam(2026, 12, 4, 17)
    session = {"starts_at": vietnam(2026, 12, 5, 8), "ends_at": vietnam(2026, 12, 5, 11)}
    address = "https://mau.example/dang-ky/"
    event = make("Lớp", session, registration_url=address, registration_deadline=deadline)
    for moment, there in [(deadline - MINUTE, True), (deadline, False)]:
        with time_machine.travel(moment, tick=False):
            assert bool(read(client, event.url).select(".ev-act a")) is there
    event.registration_deadline = None
    event.save()
    for moment, there in [(session["ends_at"] - MINUTE, True), (session["ends_at"], False)]:
        with time_machine.travel(moment, tick=False):
            assert bool(read(client, event.url).select(".ev-act a")) is there
    assert not EventPageFactory().registration_open, "no way to register was given"


def test_exhibitors_keep_their_order_and_lead_to_what_can_be_seen(client, home):
    shown, closed = ProductPageFactory(title="Miến"), ProductPageFactory(title="Mật")
    event = make("Chợ")
    event.exhibitors.add(
        Exhibitor(product=closed, name="Tên dự phòng", booth="1", sort_order=0),
        Exhibitor(name="Khách xa", booth="2", sort_order=1),
        Exhibitor(product=shown, booth="3", sort_order=2),
    )
    event.save()
    rows = [texts(row, "td") for row in read(client, event.url).select(".exh tbody tr")]
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert rows[2] == ["3", shown.maker_name, "Miến"]
    closed.get_parent().specific.unpublish()
    soup = read(client, event.url)
    assert texts(soup, ".exh tbody td:first-child") == ["2", "3"]
    assert "Tên dự phòng" not in words(soup)
    assert hrefs(soup, ".exh a") == [shown.url]


def test_practical_facts_stand_in_a_box_only_if_there_are_any(client, home):
    event, space = EventPageFactory(), SpacePageFactory()
    for page in (event, space):
        assert "Cần biết" not in texts(read(client, page.url), "main h2")
    event.organisers.add(Organiser(name="Đơn vị Thử", role="co_host"))
    space.hours.add(OpeningHours(days="Thứ Hai đến thứ Sáu", time="7:30–17:00"))
    for page, fact in ((event, "Phối hợp Đơn vị Thử"), (space, "Thứ Hai đến thứ Sáu 7:30–17:00")):
        page.save()
        facts = read(client, page.url).select_one(".ev-side .facts")
        assert fact in " ".join(facts.get_text(" ").split())


def test_figures_and_outcome_wait_for_the_end(client, home):
    body = [{"type": "paragraph", "value": "<p>Đã bán hết hàng.</p>"}]
    session = {"starts_at": vietnam(2026, 12, 5, 8), "ends_at": vietnam(2026, 12, 5, 11)}
    event = make("Phiên chợ", session, outcome=body)
    for moment, told in [(session["ends_at"] - MINUTE, False), (session["ends_at"], True)]:
        with time_machine.travel(moment, tick=False):
            assert ("Đã bán hết hàng." in words(read(client, event.url).main)) is told


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("7:30 Đón khách", ("7:30", "Đón khách")),
        ("7h30: Đón khách", ("7h30", "Đón khách")),
        ("07:30 - 08:00 – Đón khách", ("07:30 - 08:00", "Đón khách")),
        ("Đón khách lúc 7:30", ("", "Đón khách lúc 7:30")),
        ("2026 là năm mới", ("", "2026 là năm mới")),
    ],
)
def test_a_line_of_the_programme_gives_its_time_apart(line, expected):
    assert EventSession(programme=f"\n{line}\n").programme_rows == [expected]


def test_spaces_stand_by_name_and_show_what_comes_not_what_was(client, home):
    for name in ("Ơ sáng", "Bàn chung", "Ấm cúng"):
        SpacePageFactory(title=name)
    assert texts(read(client, "/khong-gian/"), ".srs h2") == ["Ấm cúng", "Bàn chung", "Ơ sáng"]
    space = SpacePageFactory(title="Góc chung", phone="0900 000 021")
    now = timezone.now()
    for title, start in (("Đã qua", now - DAY), ("Sắp tới", now + DAY)):
        make(title, {"starts_at": start, "space": space, "place": ""})
    soup = read(client, space.url)
    assert texts(soup, ".evs h3") == ["Sắp tới"]
    assert "tel:0900000021" in hrefs(soup, "main a")
    event = EventPage.objects.get(title="Sắp tới")
    assert event.place_summary == "Góc chung"
    space.delete()
    assert words(read(client, event.url).h1) == "Sắp tới"
