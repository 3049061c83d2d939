"""The directory names every listing once, under its own name, while it can be seen."""

from tests.factories.news import ColumnPageFactory
from tests.soup import assert_whole, hrefs, read, words


def test_listings_stand_in_order_and_each_link_leads_to_one(client, home, sections):
    ColumnPageFactory(title="Cột một", intro="Một câu về cột.")
    soup = read(client, "/rss/")
    assert_whole(soup)
    links = hrefs(soup, "table a")
    assert links[:4] == ["/tin-tuc/", "/tin-tuc/cot-mot/", "/cau-chuyen/", "/trung-bay/"]
    assert links[4:] == ["/trung-bay/?loai=san-pham", "/su-kien/", "/khong-gian/", "/van-ban/"]
    notes = [words(row.span) for row in soup.select("tr.sub th")]
    assert notes == ["Một câu về cột.", "Mới nhất trước"]
    for link in links:
        read(client, link)


def test_a_closed_section_takes_all_of_its_lists_along(client, home, sections):
    ColumnPageFactory(title="Cột một")
    sections["tin-tuc"].unpublish()
    sections["trung-bay"].unpublish()
    assert hrefs(read(client, "/rss/"), "table a") == [
        "/cau-chuyen/",
        "/su-kien/",
        "/khong-gian/",
        "/van-ban/",
    ]


def test_with_nothing_to_follow_the_directory_says_so(client, bare_home):
    soup = read(client, "/rss/")
    assert_whole(soup)
    assert not soup.select("table")
