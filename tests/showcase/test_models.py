"""Startups and products."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Exhibitor
from showcase.models import Certificate, Contact, Founder, ProductPage
from showcase.querysets import events_with
from showcase.validators import validate_tax_code, validate_web_url
from tests.factories.events import EventPageFactory
from tests.factories.showcase import (
    NeighbourhoodFactory,
    ProductPageFactory,
    SectorFactory,
    StartupPageFactory,
)


def text(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_startup_with_little_and_one_with_much_both_stand(client, home):
    little = StartupPageFactory(sapo="")
    html = text(client, little.url)
    assert html.count("<h1") == 1
    assert "Sản phẩm của nhà làm" not in html
    much = StartupPageFactory(title="Đ" * 240, neighbourhood=NeighbourhoodFactory(name="Tổ 7"))
    ProductPageFactory(parent=much, title="Mật")
    html = text(client, much.url)
    assert "Tổ 7" in html
    assert "Sản phẩm của nhà làm" in html


def test_contacts_and_founders_show_only_with_consent_and_are_in_no_revision(client, home):
    startup = StartupPageFactory()
    Contact.objects.create(startup=startup, kind="phone", value="0900 000 011", is_public=True)
    Contact.objects.create(startup=startup, kind="phone", value="0900 000 099", is_public=False)
    Founder.objects.create(startup=startup, name="Nông Thị Công Khai", is_public=True)
    Founder.objects.create(startup=startup, name="Nông Thị Kín", is_public=False)
    product = ProductPageFactory(parent=startup)
    for url in (startup.url, product.url):
        html = text(client, url)
        assert "0900 000 011" in html
        assert "0900 000 099" not in html
        assert "Nông Thị Kín" not in html
    assert "Nông Thị Công Khai" in text(client, startup.url)
    kept = str(startup.save_revision().content)
    assert "0900" not in kept
    assert "Nông Thị" not in kept


def test_a_personal_number_of_twelve_digits_is_shown_nowhere(client, home):
    startup = StartupPageFactory(tax_code="001099000011")
    assert "001099000011" not in text(client, startup.url)
    startup.tax_code = "0000000017"
    startup.save()
    assert "0000000017" in text(client, startup.url)


@pytest.mark.parametrize("code", ["1234567893", "1234567893-001", "001099000011"])
def test_good_tax_codes(code):
    validate_tax_code(code)


@pytest.mark.parametrize("code", ["1234567894", "1234567893-000", "12345", "abc", "1234567893-1"])
def test_bad_tax_codes_are_refused_in_vietnamese(code):
    with pytest.raises(ValidationError) as refused:
        validate_tax_code(code)
    assert "Mã số thuế" in refused.value.messages[0]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "//a", "https://u:p@a.vn"]
)
def test_links_lead_to_the_web_and_nowhere_else(url):
    with pytest.raises(ValidationError):
        validate_web_url(url)


def test_stars_count_only_while_the_certificate_is_valid(home):
    product = ProductPageFactory()
    product.certificates.add(
        Certificate(kind="ocop", stars=4, valid_until=datetime.date(2020, 1, 1))
    )
    product.save()
    stars = ProductPage.objects.with_stars()
    assert stars.get(pk=product.pk).stars_today == 0
    product.certificates.add(Certificate(kind="ocop", stars=3))
    product.save()
    assert stars.get(pk=product.pk).stars_today == 3


def test_a_product_takes_over_the_sectors_and_the_name_of_its_maker(home):
    sector = SectorFactory()
    startup = StartupPageFactory(title="Nhà Chè", sectors=[sector])
    product = ProductPageFactory(parent=startup)
    assert product.maker_name == "Nhà Chè"
    assert [s.pk for s in product.sectors.all()] == [sector.pk]


def test_the_alphabet_links_only_letters_that_have_someone(client, home):
    for title in ("Đồi Thông", "Ăn Lành", "Bánh Khảo"):
        StartupPageFactory(title=title)
    html = text(client, "/trung-bay/")
    assert html.index("Ăn Lành") < html.index("Bánh Khảo") < html.index("Đồi Thông")
    assert '<span aria-hidden="true">A</span>' in html
    assert "chu=%C4%90" in html
    only = text(client, "/trung-bay/?chu=%C4%90")
    assert "Đồi Thông" in only
    assert "Bánh Khảo" not in only


def test_products_have_a_tab_of_their_own_with_facets(client, home):
    ProductPageFactory(title="Máy đo", product_kind="solution")
    ProductPageFactory(title="Mật ong")
    html = text(client, "/trung-bay/?loai=san-pham&dang=solution")
    assert "Máy đo" in html
    assert "Mật ong</a>" not in html


def test_events_that_show_a_product_and_are_not_over_are_named(client, home):
    product = ProductPageFactory(title="Miến")
    ahead = EventPageFactory(title="Chợ sắp tới")
    past = EventPageFactory(title="Chợ đã qua", starts_in=datetime.timedelta(days=-9))
    for event in (ahead, past):
        event.exhibitors.add(Exhibitor(product=product, booth="01"))
        event.save()
    assert [event.title for event in events_with([product.pk])] == ["Chợ sắp tới"]
    assert "Chợ sắp tới" in text(client, product.url)


@pytest.mark.parametrize("url", ["/trung-bay/", "/trung-bay/?loai=san-pham"])
def test_lists_cost_the_same_with_10_and_with_50_items(client, home, url):
    sector = SectorFactory()

    def queries():
        client.get(url)
        with CaptureQueriesContext(connection) as caught:
            text(client, url)
        return len(caught)

    def add(count):
        for _ in range(count):
            ProductPageFactory(parent=StartupPageFactory(sectors=[sector]))

    add(10)
    few = queries()
    add(20)
    assert queries() == few
