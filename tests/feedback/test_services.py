"""Figures add up; old sentences go."""

from datetime import timedelta

import time_machine
from django.db.models import QuerySet
from django.utils import timezone

from feedback import services
from feedback.models import PageDay, Remark
from feedback.reports import read_pages
from tests.factories.accounts import UserFactory
from tests.factories.feedback import PageDayFactory, RemarkFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory


def test_each_day_in_vietnam_has_its_own_row(home):
    page = ArticlePageFactory(parent=ColumnPageFactory())
    with time_machine.travel("2026-11-24T16:59:00Z", tick=False):
        services.count_view(page=page)
    with time_machine.travel("2026-11-24T17:01:00Z", tick=False):
        services.count_view(page=page)
        services.rate(page=page, useful=True)
    rows = PageDay.objects.order_by("day").values_list("day", "views", "useful")
    assert [(str(day), views, useful) for day, views, useful in rows] == [
        ("2026-11-24", 1, 0),
        ("2026-11-25", 1, 1),
    ]


def test_two_at_once_count_two(home, monkeypatch):
    """The row of the other reader comes between our look and our writing."""
    page = ArticlePageFactory(parent=ColumnPageFactory())
    PageDayFactory(page=page, views=1)
    update, asked = QuerySet.update, []

    def late(rows, **values):
        asked.append(values)
        return update(rows, **values) if len(asked) > 1 else 0

    monkeypatch.setattr(QuerySet, "update", late)
    services.count_view(page=page)
    assert PageDay.objects.get().views == 2


def test_sentences_go_after_a_year_and_figures_stay(home):
    page = ArticlePageFactory(parent=ColumnPageFactory())
    today = timezone.localdate()
    for days in (366, 364):
        RemarkFactory(page=page, sent_on=today - timedelta(days=days))
        PageDayFactory(page=page, day=today - timedelta(days=days), views=1)
    assert services.forget_old_remarks() == 1
    assert Remark.objects.count() == 1
    assert PageDay.objects.count() == 2


def test_the_report_sums_ninety_days_and_goes_out_as_a_sheet(client, home):
    column = ColumnPageFactory()
    pages = [ArticlePageFactory(parent=column, title=f"=Bài {n}") for n in range(3)]
    today = timezone.localdate()
    for number, page in enumerate(pages):
        for days in range(3):
            day = today - timedelta(days=days * 60)
            PageDayFactory(page=page, day=day, views=number + 1, useful=1)
    RemarkFactory(page=pages[0])
    rows = [(p.title, p.views, p.useful, p.remark_count) for p in read_pages()]
    assert rows == [("=Bài 2", 6, 2, 0), ("=Bài 1", 4, 2, 0), ("=Bài 0", 2, 2, 1)]
    client.force_login(UserFactory(is_superuser=True))
    shown = client.get("/admin/reports/luot-doc/").content.decode()
    assert "Lượt đọc và đánh giá" in shown
    assert "=Bài 2" in shown
    sheet = client.get("/admin/reports/luot-doc/?export=csv")
    text = b"".join(sheet).decode()
    assert "Lượt đọc" in text
    assert "\n=Bài" not in text, "no cell begins a formula"


def test_editors_read_and_remove_words_and_never_write_them(client, home):
    remark = RemarkFactory(page=ArticlePageFactory(parent=ColumnPageFactory()))
    client.force_login(UserFactory(is_superuser=True))
    base = "/admin/snippets/feedback/remark"
    assert "Bài dễ hiểu" in client.get(f"{base}/").content.decode()
    for path in (f"{base}/add/", f"{base}/edit/{remark.pk}/"):
        assert client.get(path).status_code in (302, 403)
    client.post(f"{base}/delete/{remark.pk}/")
    assert not Remark.objects.exists()
