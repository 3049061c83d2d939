"""Listings of each kind: who sees what, in which state, in which order, at what cost."""

import csv
import datetime
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from showcase.models import Certificate
from tests.factories.events import EventPageFactory, SpacePageFactory
from tests.factories.library import LegalDocumentPageFactory
from tests.factories.news import ArticlePageFactory, StoryPageFactory
from tests.factories.showcase import ProductPageFactory, StartupPageFactory
from tests.factories.workflow import browser, pass_on, send_back
from tests.factories.writing import SavedViewFactory
from workflow.services import submit, withdraw
from writing.models import SavedView

LISTINGS = ["articles", "stories", "startups", "products", "events", "spaces", "documents"]


def shown(user, name="articles", **query):
    """The rows of a listing, as one person sees them."""
    answer = browser(user).get(reverse(f"{name}:index"), query)
    assert answer.status_code == 200, answer.get("Location")
    return list(answer.context["object_list"])


def titles(user, name="articles", **query):
    return [page.title for page in shown(user, name, **query)]


def words(user, name="articles", **query):
    return browser(user).get(reverse(f"{name}:index"), query).content.decode()


# --- who ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", LISTINGS)
def test_whoever_writes_may_list_and_a_reporter_may_not(house, name):
    for who in ("author", "editor", "approver", "admin", "operator"):
        assert browser(house.people[who]).get(reverse(f"{name}:index")).status_code == 200, who
    assert browser(house.reporter).get(reverse(f"{name}:index")).status_code == 302


def test_an_editor_is_shown_the_columns_he_reaches_alone(house):
    ArticlePageFactory(parent=house.column, title="Bài cột mình")
    ArticlePageFactory(parent=house.column_b, title="Bài cột khác")
    assert titles(house.editor) == ["Bài cột mình"]
    assert set(titles(house.approver)) == {"Bài cột mình", "Bài cột khác"}


def test_a_title_leads_to_the_form_where_one_may_write(house):
    mine, other = house.draft(title="Của tôi"), house.draft(author=house.writer, title="Của bạn")
    may = {page.pk: page.may_edit for page in shown(house.author)}
    assert may == {mine.pk: True, other.pk: False}
    html = words(house.author)
    assert reverse("wagtailadmin_pages:edit", args=[mine.pk]) in html
    assert reverse("wagtailadmin_pages:edit", args=[other.pk]) not in html


def test_may_edit_is_what_the_tester_of_the_page_says(house):
    pages = [house.draft(), house.draft(author=house.writer), house.waiting(), house.live()]
    submit(page=pages[0], user=house.author)
    for user in house.people.values():
        if user == house.reporter:
            continue
        for page in shown(user):
            assert page.may_edit == bool(page.permissions_for_user(user).can_edit()), (user, page)


# --- states ------------------------------------------------------------------------------------
def test_each_state_has_its_word(house, monday):
    now = timezone.now()
    draft = house.draft(title="Nháp")
    editing = house.draft(title="Ở bước biên tập")
    submit(page=editing, user=house.author)
    frozen = house.waiting(title="Chờ người duyệt")
    returned = house.draft(title="Bị trả")
    submit(page=returned, user=house.author)
    send_back(returned, house.editor)
    planned = house.waiting(title="Có hẹn", go_live_at=now + datetime.timedelta(days=2))
    pass_on(planned, house.approver)
    live, changed, gone = (house.live(title=t) for t in ("Trên trang", "Đang sửa", "Gỡ rồi"))
    changed.save_revision(user=house.author)
    withdraw(page=gone, user=house.approver, why="sai-sot", note="Sai số liệu.")
    over = house.live(title="Quá hạn")
    over.unpublish(set_expired=True)
    states = {page.pk: page.state for page in shown(house.admin)}
    assert states == {
        draft.pk: "nhap", editing.pk: "cho-duyet", frozen.pk: "cho-duyet", returned.pk: "tra-lai",
        planned.pk: "hen-gio", live.pk: "da-dang", changed.pk: "dang-sua", gone.pk: "da-go",
        over.pk: "het-han",
    }  # fmt: skip
    html = words(house.admin)
    assert "với Trần Thu Hà" in html
    assert "với Phạm Minh Đức, Vũ Thị Lan" in html
    assert "đăng lúc 25/11/2026 09:00" in html
    for key, state in states.items():
        assert key in {page.pk for page in shown(house.admin, state=state)}
    assert len(shown(house.admin, state=["cho-duyet", "nhap"])) == 3


def test_moments_are_written_as_the_country_writes_them(house, monday):
    house.draft()
    assert "23/11/2026 09:00" in words(house.author)


# --- filters, words, order ---------------------------------------------------------------------
def test_words_are_found_with_and_without_marks(house):
    house.draft(title="Chợ đêm mở cửa")
    for asked in ("chợ đêm", "cho dem", "DEM CHO"):
        assert titles(house.author, q=asked) == ["Chợ đêm mở cửa"], asked
    assert titles(house.author, q="phiên") == []


def test_a_new_title_of_a_published_page_is_found_before_it_is_published(house):
    page = house.live(title="Tên cũ")
    page.title = "Tên thật mới"
    page.save_revision(user=house.author)
    assert len(titles(house.author, q="thật mới")) == 1


def test_mine_is_what_i_began_or_saved_last(house):
    house.draft(title="Tôi viết")
    other = house.draft(author=house.writer, title="Tôi sửa cuối")
    house.draft(author=house.writer, title="Của người khác")
    other.save_revision(user=house.author)
    assert set(titles(house.author, mine="toi")) == {"Tôi viết", "Tôi sửa cuối"}


def test_filters_by_column_writer_topic_and_days(house, monday):
    from tests.factories.core import TopicFactory

    topic, other = TopicFactory(), TopicFactory()
    first = house.draft(title="Chủ đề chính", primary_topic=topic)
    second = house.draft(title="Chủ đề phụ")
    second.topics.add(topic)
    second.save()
    ArticlePageFactory(parent=house.column_b, title="Cột kia", owner=house.writer)
    assert set(titles(house.admin, topic=topic.pk)) == {first.title, second.title}
    assert titles(house.admin, topic=other.pk) == []
    assert titles(house.admin, column=house.column_b.pk) == ["Cột kia"]
    assert titles(house.admin, owner=house.writer.pk) == ["Cột kia"]
    day = {"latest_revision_created_at_from": "2026-11-24"}
    assert titles(house.admin, **day) == []


def test_products_by_maker_sector_and_ocop(house):
    maker = StartupPageFactory(title="Tổ dệt", last_confirmed_on=datetime.date(2026, 5, 4))
    starred = ProductPageFactory(parent=maker, title="Khăn dệt")
    Certificate.objects.create(page=starred, kind="ocop", stars=4)
    ProductPageFactory(parent=StartupPageFactory(title="Lò gốm"), title="Bình gốm")
    assert titles(house.admin, "products", ocop="co") == ["Khăn dệt"]
    assert titles(house.admin, "products", ocop="khong") == ["Bình gốm"]
    assert titles(house.admin, "products", maker=maker.pk) == ["Khăn dệt"]
    html = words(house.admin, "products", maker=maker.pk)
    assert "4 ★" in html
    assert "04/05/2026" in html


def test_orders_by_each_column_in_the_order_of_vietnamese(house):
    for title in ("Đan lát", "Dệt vải", "Ăn sáng", "An toàn"):
        house.draft(title=title)
    assert titles(house.author, ordering="title_sort") == [
        "An toàn", "Ăn sáng", "Dệt vải", "Đan lát"
    ]  # fmt: skip


@pytest.mark.parametrize("name", LISTINGS)
def test_every_sorting_of_every_listing_is_answered(house, name):
    columns = browser(house.admin).get(reverse(f"{name}:index")).context["view"].columns
    for key in (column.sort_key for column in columns if column.sort_key):
        assert (
            browser(house.admin).get(reverse(f"{name}:index"), {"ordering": f"-{key}"}).status_code
            == 200
        )


# --- what one asked last comes back ------------------------------------------------------------
def test_order_and_filters_come_back_until_they_are_cleared(house):
    client, index = browser(house.author), reverse("articles:index")
    client.get(index, {"state": "nhap", "ordering": "title_sort", "q": "", "p": "1"})
    again = browser(house.author).get(index)
    assert again["Location"] == f"{index}?state=nhap&ordering=title_sort"
    assert "Xóa lọc" in client.get(again["Location"]).content.decode()
    assert client.get(index, {"xoa": "1"})["Location"] == index
    answer = client.get(index)
    assert answer.status_code == 200
    assert "Xóa lọc" not in answer.content.decode()


def test_the_last_filter_taken_away_on_the_spot_is_forgotten(house):
    client = browser(house.author)
    client.get(reverse("articles:index_results"), {"state": "nhap", "_w_filter_fragment": "1"})
    assert SavedView.objects.get().query == "state=nhap"
    client.get(reverse("articles:index_results"), {"_w_filter_fragment": "1"})
    assert not SavedView.objects.exists()


def test_each_has_his_own_and_each_listing_its_own(house):
    SavedViewFactory(user=house.writer)
    SavedViewFactory(user=house.author, listing="stories:index")
    assert browser(house.author).get(reverse("articles:index")).status_code == 200


def test_a_sheet_changes_nothing_of_what_is_kept(house):
    browser(house.author).get(reverse("articles:index"), {"export": "csv", "state": "nhap"})
    assert not SavedView.objects.exists()


# --- sheets ------------------------------------------------------------------------------------
def test_sheets_have_vietnamese_headings_and_no_formulas(house, monday):
    house.draft(title="=1+1")
    answer = browser(house.author).get(reverse("articles:index"), {"export": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    head, row = list(csv.reader(io.StringIO(text)))
    assert head[:4] == ["Tiêu đề", "Chuyên mục", "Tác giả hoặc bút danh", "Tình trạng"]
    assert row[:2] == ["'=1+1", "Đời sống"]
    assert "23/11/2026 09:00" in row
    answer = browser(house.author).get(reverse("articles:index"), {"export": "xlsx"})
    rows = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert [cell.value for cell in next(rows.iter_rows())] == head


@pytest.mark.parametrize("name", LISTINGS)
def test_every_listing_is_exported(house, name):
    make(name, house, 1)
    for form in ("csv", "xlsx"):
        answer = browser(house.admin).get(reverse(f"{name}:index"), {"export": form})
        assert len(b"".join(answer.streaming_content)) > 100


# --- cost --------------------------------------------------------------------------------------
def make(name, house, count):
    for number in range(count):
        _make_one(name, house, number)


def _make_one(name, house, number):
    more = {"owner": house.writer if number % 2 else house.author}
    if name == "articles":
        page = ArticlePageFactory(parent=house.column, live=number % 3 > 0, **more)
        page.save_revision(user=house.author)
        if number % 3 == 0:
            submit(page=page, user=house.author)
    elif name == "products":
        ProductPageFactory(parent=StartupPageFactory(), **more)
    else:
        factories = {
            "stories": StoryPageFactory, "startups": StartupPageFactory,
            "events": EventPageFactory, "spaces": SpacePageFactory,
            "documents": LegalDocumentPageFactory,
        }  # fmt: skip
        factories[name](**more)


def count_of(user, name):
    client = browser(user)
    client.get(reverse(f"{name}:index"))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(reverse(f"{name}:index")).status_code == 200
    return len(queries)


@pytest.mark.parametrize("who", ["author", "editor", "approver"])
@pytest.mark.parametrize("name", LISTINGS)
def test_a_listing_costs_the_same_at_10_and_at_50_rows(house, name, who, monkeypatch):
    from writing.listings import KindIndexView

    monkeypatch.setattr(KindIndexView, "get_paginate_by", lambda self, queryset: 100)
    make(name, house, 10)
    few = count_of(house.people[who], name)
    make(name, house, 40)
    assert count_of(house.people[who], name) == few
