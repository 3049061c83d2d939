"""The search page: what it finds, what it never shows, what it does with nonsense."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories.events import EventPageFactory, SpacePageFactory
from tests.factories.home import StandardPageFactory
from tests.factories.library import LegalDocumentPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.showcase import ProductPageFactory, StartupPageFactory
from tests.soup import assert_whole, hrefs, read, texts, words


def found(client, query, more=""):
    return texts(read(client, f"/tim-kiem/?q={quote(query)}{more}"), ".srs h2")


@pytest.mark.parametrize(
    "typed",
    [
        "miến dong",
        "MIẾN DONG",
        "mien dong",
        "Mie\u0302\u0301n",
        "dong miến",
        "ｍｉｅｎ",
        "đong",
        "mi\u200bến",
    ],
)
def test_however_it_is_typed_it_finds_the_same(client, home, typed):
    ArticlePageFactory(parent=ColumnPageFactory(), title="Phơi miến dong trên giàn")
    ArticlePageFactory(parent=ColumnPageFactory(), title="Trồng hồng")
    assert found(client, typed) == ["Phơi miến dong trên giàn"]


def test_all_kinds_are_found_by_title_and_sapo_and_told_apart(client, home):
    column = ColumnPageFactory(title="Sợi vàng là cột, không phải bài")
    ArticlePageFactory(parent=column, title="Tin sợi vàng")
    StoryPageFactory(title="Chuyện", sapo="Kể về sợi vàng.")
    startup = StartupPageFactory(title="Nhà sợi vàng")
    ProductPageFactory(parent=startup, title="Hàng sợi vàng")
    EventPageFactory(title="Hội sợi vàng")
    SpacePageFactory(title="Góc sợi vàng")
    LegalDocumentPageFactory(title="Kế hoạch sợi vàng")
    StandardPageFactory(parent=home, title="Trang sợi vàng")
    soup = read(client, "/tim-kiem/?q=soi+vang")
    assert_whole(soup)
    assert len(texts(soup, ".srs h2")) == 8
    assert words(soup.h1) == "Tìm trong toàn trang"
    assert texts(soup, ".fac section:first-of-type li a") == [
        "Tin tức1",
        "Câu chuyện1",
        "Đơn vị khởi nghiệp1",
        "Sản phẩm – giải pháp1",
        "Sự kiện1",
        "Không gian1",
        "Văn bản1",
        "Trang thông tin1",
    ]
    for link in hrefs(soup, ".fac section:first-of-type li a"):
        narrowed = read(client, link)
        assert len(narrowed.select(".srs li")) == 1
        assert narrowed.select_one("input#q")["value"] == "soi vang"
    assert "Chuyện" in found(client, "sợi vàng", "&loai=cau-chuyen")


def test_the_words_are_marked_in_what_was_found(client, home):
    ArticlePageFactory(parent=ColumnPageFactory(), title="Giàn Miến Dong & <b>nắng</b>")
    soup = read(client, "/tim-kiem/?q=mien+dong")
    assert texts(soup, ".srs h2 mark") == ["Miến Dong"]
    assert words(soup.select_one(".srs h2")) == "Giàn Miến Dong & <b>nắng</b>"


@pytest.mark.parametrize("query", ["", "   ", "\u200b\u00a0", "%00", "\x00"])
def test_nothing_asked_lists_nothing_and_helps(client, home, query):
    ArticlePageFactory(parent=ColumnPageFactory())
    address = "/tim-kiem/?q=%00" if query == "%00" else f"/tim-kiem/?q={quote(query)}"
    soup = read(client, address)
    assert_whole(soup)
    assert not soup.select(".srs")
    assert "có dấu hay không dấu" in words(soup.main)


def test_ten_thousand_letters_are_cut_and_answered(client, home):
    soup = read(client, "/tim-kiem/?q=" + "mien " * 2000)
    assert len(soup.select_one("input#q")["value"]) <= 200
    assert soup.select_one("[role=status]")
    assert read(client, "/tim-kiem/?q=" + "%22" * 500)


@pytest.mark.parametrize(
    "typed", ["100%", "a_b", "%", "_", "\\", "'; DROP TABLE", "title:(", "(a|b)*"]
)
def test_signs_of_databases_mean_themselves(client, home, typed):
    column = ColumnPageFactory()
    ArticlePageFactory(parent=column, title=f"Chữ {typed} trong bài")
    ArticlePageFactory(parent=column, title="Bài không có gì")
    assert found(client, typed) == [f"Chữ {typed} trong bài"]


def test_nothing_found_says_for_what_and_offers_a_way_out_of_filters(client, home):
    soup = read(client, "/tim-kiem/?q=không+có+gì&loai=van-ban")
    assert_whole(soup)
    assert words(soup.select_one("[role=status]")) == "Chưa có mục nào cho “không có gì”"
    assert hrefs(soup, ".dym a") == ["?q=" + quote("không có gì")]
    soup = read(client, "/tim-kiem/?loai=van-ban")
    assert words(soup.select_one("[role=status]")) == "Chưa có mục nào như vậy"
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"


def test_hidden_pages_are_not_found_nor_counted_nor_offered(client, home):
    column = ColumnPageFactory()
    pages = [ArticlePageFactory(parent=column, title=f"Bí mật {n}") for n in range(5)]
    pages[0].unpublish()
    pages[1].expire_at = timezone.now() - timedelta(seconds=1)
    pages[1].save()
    PageViewRestriction.objects.create(page=pages[2], restriction_type="login")
    pages[3].withdrawn_at = timezone.now()
    pages[3].save()
    soup = read(client, "/tim-kiem/?q=bi+mat")
    assert texts(soup, ".srs h2") == ["Bí mật 4"]
    assert texts(soup, ".cnt b") == ["1 kết quả"]
    assert texts(soup, ".fac section:first-of-type li a") == ["Tin tức1"]
    column.unpublish()
    assert not read(client, "/tim-kiem/?q=bi+mat").select(".srs, .fac")


def test_pages_of_results_keep_the_words(client, home):
    column = ColumnPageFactory()
    for number in range(12):
        ArticlePageFactory(parent=column, title=f"Miến {number}")
    first = read(client, f"/tim-kiem/?q=miến&nam={timezone.localdate().year}")
    following = hrefs(first, ".pager a[rel=next]")[0]
    second = read(client, following)
    assert len(first.select(".srs li")) + len(second.select(".srs li")) == 12
    assert not set(texts(first, ".srs h2")) & set(texts(second, ".srs h2"))
