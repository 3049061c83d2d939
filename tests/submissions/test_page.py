"""The page that takes submissions, at the minutes it opens and closes."""

import datetime

import time_machine
from django.utils import timezone

from tests.factories.submissions import SubmissionPageFactory
from tests.soup import assert_whole, hrefs, read, texts, words


def test_it_opens_and_closes_at_its_minutes(client, home):
    opens = timezone.make_aware(datetime.datetime(2026, 12, 1, 7, 30))
    closes = timezone.make_aware(datetime.datetime(2026, 12, 31, 17, 0))
    page = SubmissionPageFactory(opens_at=opens, closes_at=closes, closed_message="Hẹn năm sau.")
    second = datetime.timedelta(seconds=1)
    for moment, is_open in [
        (opens - second, False),
        (opens, True),
        (closes - second, True),
        (closes, False),
    ]:
        with time_machine.travel(moment, tick=False):
            assert page.is_open is is_open
            main = words(read(client, page.url).main)
            assert ("Hiện chưa nhận. Hẹn năm sau." in main) is not is_open
            assert ("Nhận đến 17:00, 31/12/2026." in main) is is_open


def test_it_names_every_way_to_submit_and_only_those(client, home):
    page = SubmissionPageFactory(how_email="nhan@mau.example", how_counter="Tầng 1\nNhà văn hóa")
    soup = read(client, page.url)
    assert_whole(soup)
    assert texts(soup, "main dt") == ["Thư điện tử", "Tới tận nơi"]
    assert hrefs(soup, "main dd a") == ["mailto:nhan@mau.example"]
    assert len(soup.select("main dd br")) == 1


def test_the_page_sends_nothing_by_itself(client, home):
    page = SubmissionPageFactory()
    assert not read(client, page.url).select("main form")
