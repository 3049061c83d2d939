"""Events by the minute, sessions, exhibitors, spaces."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from events.models import EventPage, EventSession, Exhibitor
from tests.factories.events import EventPageFactory, SpacePageFactory
from tests.factories.showcase import ProductPageFactory

MINUTE = datetime.timedelta(minutes=1)
HOUR = datetime.timedelta(hours=1)


def text(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("starts_in", "lasts", "phase"),
    [
        (MINUTE, HOUR, "upcoming"),
        (-MINUTE, HOUR, "running"),
        (-HOUR, HOUR - MINUTE, "past"),
        (-HOUR, HOUR + MINUTE, "running"),
        (None, None, "upcoming"),
    ],
)
def test_past_running_and_to_come_are_told_apart_by_the_minute(home, starts_in, lasts, phase):
    event = EventPageFactory(starts_in=starts_in, lasts=lasts)
    assert event.phase == phase
    if starts_in:
        for name in ("upcoming", "running", "past"):
            found = getattr(EventPage.objects.visible(), name)()
            assert (event in found) == (name == phase)


def test_an_event_of_a_whole_day_ends_at_midnight_in_vietnam():
    start = datetime.datetime(2026, 12, 5, 1, tzinfo=datetime.UTC)  # 08:00 in Vietnam
    session = EventSession(starts_at=start, all_day=True)
    assert session.effective_end == datetime.datetime(2026, 12, 5, 17, tzinfo=datetime.UTC)


def test_an_event_runs_from_its_first_session_to_its_last(home):
    event = EventPageFactory()
    last = event.starts_at + datetime.timedelta(days=4)
    event.sessions.add(EventSession(starts_at=last, ends_at=last + HOUR, place="Chợ"))
    event.save()
    assert event.ends_at == last + HOUR
    assert event.place_summary == "Nhà văn hóa; Chợ"
    assert event.listed_at == event.starts_at


def test_a_session_cannot_end_before_it_starts():
    now = timezone.now()
    with pytest.raises(ValidationError) as refused:
        EventSession(starts_at=now, ends_at=now - MINUTE).clean()
    assert "sau giờ bắt đầu" in refused.value.message_dict["ends_at"][0]


def test_the_programme_is_read_line_by_line():
    session = EventSession(programme="07:30 Mở cửa\n8h00 – 9h00: Khai mạc\n\nNghỉ trưa")
    assert session.programme_rows == [
        ("07:30", "Mở cửa"),
        ("8h00 – 9h00", "Khai mạc"),
        ("", "Nghỉ trưa"),
    ]


@pytest.mark.parametrize(
    ("status", "label", "opened"),
    [
        ("scheduled", "Sắp diễn ra", True),
        ("cancelled", "Đã hủy", False),
        ("postponed", "Hoãn", False),
        ("moved", "Đổi ngày", True),
    ],
)
def test_readers_are_told_when_an_event_is_not_as_announced(client, home, status, label, opened):
    event = EventPageFactory(status=status, registration_note="Gọi 0900 000 000")
    assert event.state_label.startswith(label)
    assert event.registration_open is opened
    assert label in text(client, event.url)


def test_registration_closes_at_its_deadline(home):
    event = EventPageFactory(registration_note="Gọi", registration_deadline=timezone.now() + MINUTE)
    assert event.registration_open
    event.registration_deadline = timezone.now() - MINUTE
    assert not event.registration_open


def test_an_exhibitor_whose_product_is_hidden_is_left_out(client, home):
    product = ProductPageFactory(title="Mật ong rừng")
    event = EventPageFactory()
    event.exhibitors.add(
        Exhibitor(product=product, booth="01"), Exhibitor(name="Khách xa", booth="02")
    )
    event.save()
    html = text(client, event.url)
    assert "Mật ong rừng" in html
    assert "Khách xa" in html
    product.unpublish()
    html = text(client, event.url)
    assert "Mật ong rừng" not in html
    assert "Khách xa" in html


def test_an_exhibitor_needs_a_product_or_a_name():
    with pytest.raises(ValidationError):
        Exhibitor(booth="03").clean()


def test_the_list_shows_first_what_is_not_over_and_filters_by_phase(client, home):
    EventPageFactory(title="Chợ tới")
    EventPageFactory(title="Chợ qua", starts_in=-datetime.timedelta(days=9))
    html = text(client, "/su-kien/")
    assert "Đang và sắp diễn ra" in html
    assert html.index("Chợ tới") < html.index("Chợ qua")
    past = text(client, "/su-kien/?luc=qua")
    assert "Chợ qua" in past
    assert "Chợ tới" not in past


def test_a_space_shows_its_rooms_and_what_comes(client, home):
    space = SpacePageFactory(facilities="Bàn\n\nMáy in", title="Góc chung")
    event = EventPageFactory(title="Buổi ở góc", starts_in=None)
    start = timezone.now() + HOUR
    event.sessions.add(EventSession(starts_at=start, space=space))
    event.save()
    assert space.facility_list == ["Bàn", "Máy in"]
    html = text(client, space.url)
    assert "Máy in" in html
    assert "Buổi ở góc" in html
    assert "Góc chung" in text(client, event.url)
