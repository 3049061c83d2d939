"""Menu, footer, notice: what every page carries."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Site

from home.models import MenuSettings, OfficialChannel
from tests.factories.home import NoticeFactory, StandardPageFactory, set_identity
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.soup import hrefs, read, texts, words


def entry(label, page, **more):
    return {"label": label, "page": page, "anchor": "", "highlighted": False, "children": []} | more


@pytest.fixture
def menu(home, sections):
    """Home, news with one column below, showcase with a tab, a call that stands out; a footer."""
    settings = MenuSettings.for_site(Site.objects.get(is_default_site=True))
    column = ColumnPageFactory(title="Cột", slug="cot")
    below = {"label": "Cột trong mục", "page": column, "anchor": ""}
    tab = {"label": "Sản phẩm", "page": sections["trung-bay"], "anchor": "?loai=san-pham"}
    settings.entries = [
        ("entry", entry("Đầu", home)),
        ("entry", entry("Tin", sections["tin-tuc"], children=[below])),
        ("entry", entry("Trưng bày", sections["trung-bay"], children=[tab])),
        ("entry", entry("Gửi", sections["van-ban"], highlighted=True)),
    ]
    settings.footer = [("link", {"label": "Giúp", "page": sections["khong-gian"], "anchor": ""})]
    settings.save()
    return column


@pytest.mark.parametrize(
    ("address", "current"),
    [
        ("/", ["Đầu"]),
        ("/tin-tuc/", ["Tin"]),
        ("/tin-tuc/cot/", ["Tin"]),
        ("/tin-tuc/cot/bai/", ["Tin"]),
        ("/trung-bay/?loai=san-pham", ["Trưng bày"]),
        ("/van-ban/", ["Gửi"]),
        ("/su-kien/", []),
        ("/tim-kiem/", []),
    ],
)
def test_the_entry_a_reader_is_in_is_marked_and_no_other(client, menu, address, current):
    ArticlePageFactory(parent=menu, slug="bai")
    soup = read(client, address)
    assert texts(soup, "header.mast nav [aria-current=page]") == current


def test_the_menu_page_shows_entries_with_theirs_and_the_call_apart(client, menu):
    soup = read(client, "/menu/")
    assert texts(soup, "main nav > ul > li > a") == ["Đầu", "Tin", "Trưng bày"]
    assert texts(soup, "main nav ul ul a") == ["Cột trong mục", "Sản phẩm"]
    assert "/trung-bay/?loai=san-pham" in hrefs(soup, "main nav a")
    assert texts(soup, "main > a.btn") == ["Gửi"]
    assert soup.select_one("main form[action='/tim-kiem/'] input[name=q]")


def test_an_entry_goes_with_its_page_and_takes_what_is_below_along(client, menu, sections):
    menu.unpublish()
    assert texts(read(client, "/menu/"), "main nav ul ul a") == ["Sản phẩm"]
    sections["tin-tuc"].unpublish()
    sections["khong-gian"].unpublish()
    soup = read(client, "/")
    assert texts(soup, "header.mast nav a") == ["Đầu", "Trưng bày", "Gửi"]
    assert "Giúp" not in texts(soup, "footer a")
    sections["trung-bay"].delete()
    assert texts(read(client, "/"), "header.mast nav a") == ["Đầu", "Gửi"]


def test_the_footer_says_who_runs_the_site_and_where_else_it_is(client, home):
    identity = set_identity(
        unit_name="Ủy ban nhân dân phường Thử",
        managing_body="Cơ quan Thử",
        responsible_person="Bà Thử (mẫu)",
        phone="0900 000 001",
        email="thu@mau.example",
        portal_name="Cổng tỉnh",
        portal_url="https://mau.example/cong/",
        licence="Ghi rõ nguồn khi đăng lại.",
        licence_url="https://mau.example/giay-phep/",
    )
    identity.channels.add(OfficialChannel(name="Kênh Thử", url="https://mau.example/kenh/"))
    identity.save()
    footer = read(client, "/tim-kiem/").select_one("footer")
    shown = words(footer)
    for text in ("Cơ quan Thử", "Bà Thử (mẫu)", "0900 000 001", "Kênh Thử", "Cổng tỉnh"):
        assert text in shown
    assert {"tel:0900000001", "mailto:thu@mau.example"} <= set(hrefs(footer))
    assert "https://mau.example/giay-phep/" in hrefs(footer)
    bare = set_identity(**dict.fromkeys(["managing_body", "responsible_person", "phone"], ""))
    shown = words(read(client, "/").select_one("footer"))
    assert bare.unit_name in shown
    assert not [label for label in ("chủ quản", "chịu trách nhiệm", "Điện") if label in shown]


def test_the_notice_leads_to_its_page_while_that_can_be_seen(client, home):
    page = StandardPageFactory(parent=home)
    moment = timezone.now()
    notice = NoticeFactory(text="Sắp hết hạn", label="Nhớ:", page=page)
    soup = read(client, "/tim-kiem/")
    assert words(soup.select_one("aside.notice")) == "Nhớ: Sắp hết hạn Xem thêm"
    assert hrefs(soup, "aside.notice a") == [page.url]
    page.unpublish()
    soup = read(client, "/tim-kiem/")
    assert "Sắp hết hạn" in words(soup.select_one("aside.notice"))
    assert not soup.select("aside.notice a")
    notice.show_until = moment + timedelta(minutes=1)
    notice.save()
    assert read(client, "/").select("aside.notice")
    notice.show_until = moment
    notice.save()
    assert not read(client, "/").select("aside.notice")
