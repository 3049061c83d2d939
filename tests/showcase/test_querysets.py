"""Names in order, stars while they last, makers and what they make."""

import datetime

import pytest
import time_machine

from core.models import BasePage
from events.models import Exhibitor
from showcase.models import Certificate, Contact, ProductPage, StartupNeed, StartupPage
from showcase.querysets import events_with
from tests.factories.core import TopicFactory
from tests.factories.events import EventPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.showcase import (
    NeighbourhoodFactory,
    ProductPageFactory,
    SectorFactory,
    StartupPageFactory,
)
from tests.soup import hrefs, read, texts, words
from vietnamese import ALPHABET

NAMES = """3 Anh Em|An Phú|Ăn Lành|Ấm Áp|Bản Áng|Chè Khau|Dệt Tày|Đá Mài|Đà Vị
Ông Lý|Ơi Đất|Ưu Tú|Vườn Mơ""".replace("\n", "|").split("|")


def test_startups_stand_in_vietnamese_order_and_letters_lead_to_them(client, home):
    for name in reversed(NAMES):
        StartupPageFactory(title=name)
    soup = read(client, "/trung-bay/")
    assert texts(soup, "main li h3") == NAMES
    assert texts(soup, ".az-g > h2") == ["#", *"AĂÂBCDĐÔƠƯV"]
    letters = soup.select_one("nav.az")
    assert texts(letters, "a") == [*"AĂÂBCDĐÔƠƯV", "#"]
    assert len(letters.select("a, span")) == len(ALPHABET) + 1
    for link in letters.select("a"):
        page = read(client, link["href"])
        assert texts(page, ".az-g > h2") == [words(link)]


def test_facets_count_what_they_leave_and_narrow_together(client, home):
    dry, dye = SectorFactory(name="Sấy"), SectorFactory(name="Nhuộm")
    near = NeighbourhoodFactory(name="Tổ 1")
    StartupPageFactory(title="Một", sectors=[dry, dye], neighbourhood=near, stage="idea")
    StartupPageFactory(title="Hai", sectors=[dry], stage="growth")
    three = StartupPageFactory(title="Ba", sectors=[dye], stage="growth")
    three.needs.add(StartupNeed(kind="market"), StartupNeed(kind="people"))
    three.save()
    soup = read(client, "/trung-bay/")
    assert texts(soup, ".fac li a") == [
        *("Nhuộm2", "Sấy2"),
        *("Ý tưởng1", "Đang lớn2"),
        "Tổ 11",
        *("Đầu ra1", "Người làm1"),
    ]
    soup = read(client, f"/trung-bay/?linh-vuc={dry.slug}&giai-doan=growth")
    assert texts(soup, "main li h3") == ["Hai"]
    assert texts(soup, ".cnt b") == ["1 nhà làm"]
    assert texts(read(client, "/trung-bay/?dang-tim=people"), "main li h3") == ["Ba"]


def test_tabs_count_both_and_products_keep_their_tab_through_filters(client, home):
    maker = StartupPageFactory()
    ProductPageFactory(parent=maker, title="Máy", product_kind="solution", readiness="pilot")
    ProductPageFactory(parent=maker, title="Mật", readiness="market")
    soup = read(client, "/trung-bay/?loai=san-pham")
    assert texts(soup, "nav.tabs a") == ["Nhà làm 1", "Sản phẩm, giải pháp 2"]
    assert texts(soup, "nav.tabs [aria-current]") == ["Sản phẩm, giải pháp 2"]
    assert not soup.select("nav.az")
    chosen = [link for link in soup.select(".fac li a") if "Giải pháp" in words(link)]
    assert texts(read(client, chosen[0]["href"]), ".cat h3") == ["Máy"]


def test_stars_end_with_their_certificate_without_anyone_saving(client, home):
    last = datetime.date(2026, 12, 31)
    product = ProductPageFactory(title="Miến sao")
    product.certificates.add(Certificate(kind="ocop", stars=4, valid_until=last))
    product.certificates.add(Certificate(kind="ocop", stars=3))
    product.certificates.add(Certificate(kind="iso", stars=5))
    product.save()
    seen = {}
    for name, moment in {
        "last day": "2026-12-31T23:30+07:00",
        "after": "2027-01-01T00:30+07:00",
    }.items():
        with time_machine.travel(moment, tick=False):
            soup = read(client, "/trung-bay/?loai=san-pham")
            four = read(client, "/trung-bay/?loai=san-pham&ocop=4")
            own = words(read(client, product.url).select_one(".pd-dl"))
            seen[name] = [
                texts(soup, ".cat .ocop"),
                [text for text in texts(soup, ".fac li a") if "OCOP" in text],
                texts(four, ".cat h3"),
                "OCOP 4 sao" in own,
                "đã hết hạn" in own,
            ]
    assert seen["last day"] == [["OCOP 4 sao"], ["OCOP 4 sao1"], ["Miến sao"], True, False]
    assert seen["after"] == [["OCOP 3 sao"], ["OCOP 3 sao1"], [], False, True]


def test_a_certificate_is_told_in_one_line(home):
    certificate = Certificate(
        kind="trademark",
        name="Nhãn hiệu Thử",
        number="0001",
        issuer="Cơ quan Thử",
        issued_year=2025,
        valid_until=datetime.date(2035, 2, 1),
    )
    assert certificate.details == (
        "Nhãn hiệu Thử, số 0001, Cơ quan Thử cấp, năm 2025, có giá trị đến 01/02/2035"
    )
    assert Certificate(kind="iso").details == ""


def test_products_follow_their_maker_through_a_new_name_and_a_move(client, home):
    maker, other = StartupPageFactory(title="Tên cũ"), StartupPageFactory(title="Nhà khác")
    product = ProductPageFactory(parent=maker, title="Hàng")
    maker.title = "Tên mới"
    maker.save_revision().publish()
    assert texts(read(client, "/trung-bay/?loai=san-pham"), ".cat .by") == ["Tên mới"]
    ProductPage.objects.get(pk=product.pk).move(other, pos="last-child")
    assert texts(read(client, "/trung-bay/?loai=san-pham"), ".cat .by") == ["Nhà khác"]
    assert texts(read(client, other.url), ".cat h3") == ["Hàng"]


def test_a_draft_of_a_new_name_changes_no_product(client, home):
    maker = StartupPageFactory(title="Tên đang dùng")
    ProductPageFactory(parent=maker)
    maker.title = "Tên nháp"
    maker.save_revision()
    assert texts(read(client, "/trung-bay/?loai=san-pham"), ".cat .by") == ["Tên đang dùng"]


def test_sectors_of_the_maker_are_taken_over_and_own_ones_kept(home):
    own, shared = SectorFactory(), SectorFactory()
    maker = StartupPageFactory(sectors=[shared])
    taken = ProductPageFactory(parent=maker)
    kept = ProductPageFactory(parent=maker, sectors=[own])
    assert list(ProductPage.objects.get(pk=taken.pk).sectors.all()) == [shared]
    assert list(ProductPage.objects.get(pk=kept.pk).sectors.all()) == [own]
    assert taken.facet_group == f"linh-vuc-{shared.pk}"


def test_a_personal_number_is_in_no_page_no_list_and_no_search(client, home):
    number = "001234567890"
    startup = StartupPageFactory(title="Chị Thử", tax_code=number)
    product = ProductPageFactory(parent=startup)
    addresses = [startup.url, product.url, "/", "/trung-bay/", "/rss/", f"/tim-kiem/?q={number}"]
    for address in addresses[:-1]:
        assert number not in client.get(address).content.decode()
    assert "Chị Thử" not in client.get(addresses[-1]).content.decode()
    assert not BasePage.objects.filter(folded_text__contains=number).exists()


@pytest.mark.parametrize(
    "typed", ["0012 345678 90", "００１２３４５６７８９０", "012345678", "12345678901"]
)
def test_what_is_no_number_of_a_unit_is_not_shown_as_one(db, typed):
    """Old rows may hold anything: only what is surely a unit's number is shown."""
    assert StartupPage(tax_code=typed).public_tax_code == ""


@pytest.mark.parametrize("typed", ["1234567893", "1234567893-001"])
def test_the_number_of_a_unit_is_shown(db, typed):
    assert StartupPage(tax_code=typed).public_tax_code == typed


def test_events_with_a_product_come_soonest_first_each_once_and_not_when_over(home):
    product, other = ProductPageFactory(), ProductPageFactory()
    for title, days in [("Xa", 9), ("Gần", 2), ("Đang", 0), ("Qua", -5)]:
        event = EventPageFactory(title=title, starts_in=datetime.timedelta(days=days, hours=-1))
        event.exhibitors.add(Exhibitor(product=product), Exhibitor(product=other))
        event.save()
    hidden = EventPageFactory(title="Ẩn")
    hidden.exhibitors.add(Exhibitor(product=product))
    hidden.save()
    hidden.unpublish()
    found = [event.title for event in events_with([product.pk, other.pk])]
    assert found == ["Đang", "Gần", "Xa"]


def test_a_startup_page_tells_written_about_from_same_topic(client, home):
    topic = TopicFactory()
    startup = StartupPageFactory(primary_topic=topic)
    StoryPageFactory(title="Chuyện về nhà", startup=startup)
    StoryPageFactory(title="Chuyện nhà khác")
    ArticlePageFactory(parent=ColumnPageFactory(), title="Tin cùng đề", primary_topic=topic)
    bands = {words(b.h2): texts(b, "h3") for b in read(client, startup.url).select(".band")}
    assert bands == {
        "Trang đã viết về nhà làm": ["Chuyện về nhà"],
        "Tin cùng chủ đề": ["Tin cùng đề"],
    }


def test_contacts_lead_where_they_say_and_erasing_one_erases_it(client, home):
    startup = StartupPageFactory()
    rows = {"phone": "0900 000 011", "email": "nha@mau.example", "zalo": "0900 000 012"}
    for kind, value in rows.items():
        Contact.objects.create(startup=startup, kind=kind, value=value, is_public=True)
    revision = startup.save_revision()
    links = hrefs(read(client, startup.url), ".su-c a")
    assert {"tel:0900000011", "mailto:nha@mau.example", "https://zalo.me/0900000012"} <= set(links)
    Contact.objects.all().delete()
    revision.publish()
    html = client.get(startup.url).content.decode()
    assert "0900" not in html
    assert "chưa đồng ý công khai cách liên hệ" in html
