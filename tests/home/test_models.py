"""Home page, menu, identity, plain pages."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Site

from home.models import MenuSettings
from tests.factories.events import EventPageFactory
from tests.factories.home import (
    ContactPageFactory,
    NoticeFactory,
    StandardPageFactory,
    set_identity,
)
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.showcase import ProductPageFactory


def text(client, url="/"):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_site_stands_with_its_name(client, bare_home):
    html = text(client)
    assert "<h1" in html
    assert "Đổi mới sáng tạo" in html


def test_a_site_of_few_items_shows_one_row_and_no_empty_band(client, home):
    ArticlePageFactory(parent=ColumnPageFactory(), title="Tin đầu")
    StoryPageFactory(title="Chuyện đầu")
    html = text(client)
    assert "Mới trên trang" in html
    assert "Chuyện đầu" in html
    assert "Tin mới theo chuyên mục" not in html


@pytest.fixture
def full(home):
    column = ColumnPageFactory(title="Mục đông")
    for n in range(9):
        ArticlePageFactory(parent=column, title=f"Tin {n}", days_ago=n + 1)
    StoryPageFactory(title="Chuyện kể")
    ProductPageFactory(title="Mật ong bạc hà")
    EventPageFactory(title="Phiên chợ tới")
    return home


def test_a_full_site_shows_every_band(client, full):
    html = text(client)
    for words in ("Tin mới theo chuyên mục", "Chuyện kể", "Mật ong bạc hà", "Phiên chợ tới"):
        assert words in html
    assert html.count("<h1") == 1
    assert "Tin 0</a></h1>" in html


@pytest.mark.parametrize(
    ("switch", "words"),
    [
        ("show_news", "Tin mới theo chuyên mục"),
        ("show_stories", "Chuyện kể"),
        ("show_products", "Mật ong bạc hà"),
        ("show_events", "Phiên chợ tới"),
    ],
)
def test_a_band_can_be_switched_off(client, full, switch, words):
    full = type(full).objects.get()
    setattr(full, switch, False)
    full.save()
    assert words not in text(client)


def test_the_chosen_item_leads(client, full):
    home = type(full).objects.get()
    home.featured = StoryPageFactory(title="Chuyện được chọn")
    home.save()
    assert "Chuyện được chọn</a></h1>" in text(client)


def test_identity_stands_in_masthead_footer_and_contact_page(client, home):
    set_identity(
        unit_name="Ủy ban nhân dân phường Thử",
        responsible_person="Bà Lê Thị Thử",
        phone="0900 000 000",
        address="Số 1 phố Thử",
    )
    page = ContactPageFactory(parent=home)
    html = text(client)
    assert html.count("Ủy ban nhân dân phường Thử") >= 2
    assert "Người chịu trách nhiệm: Bà Lê Thị Thử" in html
    contact = text(client, page.url)
    assert "Số 1 phố Thử" in contact
    assert 'href="tel:0900000000"' in contact


def test_the_notice_ends_at_its_time(client, home):
    notice = NoticeFactory(text="Hạn chót nộp hồ sơ")
    assert "Hạn chót nộp hồ sơ" in text(client)
    notice.show_until = timezone.now() - datetime.timedelta(minutes=1)
    notice.save()
    assert "Hạn chót nộp hồ sơ" not in text(client)


def test_a_menu_entry_goes_with_its_page_and_knows_where_the_reader_is(client, home, sections):
    menu = MenuSettings.for_site(Site.objects.get())
    entry = {"label": "Tin", "page": sections["tin-tuc"], "anchor": "", "children": []}
    menu.entries = [("entry", {**entry, "highlighted": False})]
    menu.save()
    assert 'aria-current="page">Tin</a>' in text(client, "/tin-tuc/")
    assert ">Tin</a>" in text(client, "/menu/")
    sections["tin-tuc"].unpublish()
    assert ">Tin</a>" not in text(client)


def test_a_plain_page_shows_its_contents_where_asked(client, home):
    body = '[{"type": "paragraph", "value": "<h2>Phần một</h2><p>Chữ</p>"}]'
    page = StandardPageFactory(parent=home, body=body, show_contents=True)
    html = text(client, page.url)
    assert 'href="#muc-phan-mot"' in html
    assert 'id="muc-phan-mot"' in html
