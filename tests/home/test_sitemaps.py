"""Maps of the site: only what is visible, well-formed, in chunks."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from home import sitemaps
from tests.factories.core import TopicFactory
from tests.factories.library import make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.soup import hrefs, read

SPACE = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}


def xml(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/xml")
    return ElementTree.fromstring(answer.content)


def locs(tree):
    return [found.text for found in tree.findall(".//s:loc", SPACE)]


def test_the_map_of_maps_leads_to_every_visible_page_and_to_no_other(client, home):
    column = ColumnPageFactory()
    shown = ArticlePageFactory(parent=column, title="A & B <c>")
    hidden = ArticlePageFactory(parent=column, title="Nháp", live=False)
    over = ArticlePageFactory(parent=column, expire_at=timezone.now())
    urls = []
    for address in locs(xml(client, "/sitemap.xml")):
        path = address.removeprefix("http://localhost")
        urls += locs(xml(client, path)) if "tin-moi" not in path else []
    assert shown.full_url in urls
    assert hidden.full_url not in urls
    assert over.full_url not in urls
    assert len(urls) == len(set(urls))
    assert all(client.get(url.removeprefix("http://localhost")).status_code == 200 for url in urls)


def test_it_is_cut_into_files_and_costs_the_same_at_any_length(
    client, home, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(sitemaps, "PER_FILE", 10)
    column = ColumnPageFactory()
    for number in range(25):
        ArticlePageFactory(parent=column, title=f"Bài {number}")
    assert len(locs(xml(client, "/sitemap.xml"))) == 5
    with django_assert_max_num_queries(8):
        assert len(locs(xml(client, "/sitemap-3.xml"))) == 10
    for path in ("/sitemap-0.xml", "/sitemap-9.xml"):
        assert client.get(path).status_code == 404


def test_a_picture_already_made_is_told(client, home):
    image = make_image()
    page = ArticlePageFactory(parent=ColumnPageFactory(), lead_image=image)
    assert xml(client, "/sitemap-1.xml").findall(".//image:loc", SPACE) == []
    client.get(page.url)
    found = xml(client, "/sitemap-1.xml").findall(".//image:loc", SPACE)
    assert [row.text.startswith("http://localhost/media/images/") for row in found] == [True]


def test_the_news_map_holds_two_days(client, home):
    column = ColumnPageFactory()
    new = ArticlePageFactory(parent=column, title="Mới & lạ")
    ArticlePageFactory(parent=column, first_published_at=timezone.now() - timedelta(hours=49))
    tree = xml(client, "/sitemap-tin-moi.xml")
    assert locs(tree) == [new.full_url]
    assert tree.find(".//news:title", SPACE).text == "Mới & lạ"
    assert tree.find(".//news:publication_date", SPACE).text.endswith("+07:00")


def test_robots_may_read_all_but_the_admin_and_the_search(client, home):
    answer = client.get("/robots.txt")
    lines = answer.content.decode().split()
    assert "http://localhost/sitemap.xml" in lines
    assert "/admin/" in lines
    assert answer["Content-Type"] == "text/plain; charset=utf-8"


def test_people_see_sections_columns_and_topics(client, home):
    column = ColumnPageFactory(title="Chợ phiên")
    hidden = ColumnPageFactory(title="Chưa mở", live=False)
    topic = TopicFactory(name="Truy xuất")
    links = hrefs(read(client, "/so-do-trang/"), "main a")
    assert column.url in links
    assert topic.get_absolute_url() in links
    assert hidden.url not in links


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-1.xml", "/robots.txt", "/so-do-trang/"])
def test_they_stand_without_any_page(client, db, path):
    assert client.get(path).status_code == 200
