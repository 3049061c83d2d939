"""Whatever an editor types shows as it was typed, wherever it shows (CASES X-01, X-08)."""

from urllib.parse import quote

import pytest
from wagtail.models import Site

from events.models import Exhibitor
from home.models import MenuSettings
from showcase.models import Contact, Founder
from tests.factories.core import TopicFactory
from tests.factories.everything import TYPES, make_page
from tests.factories.filling import fill
from tests.factories.home import NoticeFactory, set_identity
from tests.factories.library import make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.factories.showcase import ProductPageFactory, SectorFactory, StartupPageFactory
from tests.soup import assert_harmless, read, texts, words
from vietnamese import clean

HOSTILE = {
    "script": "<script>alert(1)</script> Miến <b>dong</b> &lt;i&gt; &amp;",
    "attribute": "\"><img src=x onerror=alert(1)> Miến' onload='alert(1)",
    "template": "{{7*7}} {% now 'Y' %} %s %(x)s {0.__class__} ${7*7} Miến",
    "control": "Miến\x0b \x1fdong \u202eNước\u200b Trong\ufeff\ufffe",
    "symbols": "!!! *** ??? &&& <<< >>> \"\"\" ''' ///",
    "mixed": "Miến мёд 蜂蜜 عسل 🍯 Ω ﬁ NƯỚC trong",
    "long": "Đ" * 255,
}
EVERY = pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE.keys())


def shown_as(typed):
    """What a reader should see of it."""
    return " ".join(clean(typed).split())


@EVERY
def test_a_title_shows_literally_on_every_page_and_list(client, admin_client, home, typed):
    expected = shown_as(typed)
    topic = TopicFactory(name=typed[:120])
    column = ColumnPageFactory(title=typed)
    shared = {"primary_topic": topic, "tags": [typed[:90]]}
    article = ArticlePageFactory(parent=column, title=typed, sapo=typed, urgent=True, **shared)
    startup = StartupPageFactory(title=typed, sectors=[SectorFactory(name=typed[:120])])
    product = ProductPageFactory(parent=startup, title=typed, tags=[typed[:90]])
    event = make_page("event", title=typed)
    event.exhibitors.add(Exhibitor(product=product))
    event.save()
    rest = [make_page(kind, title=typed) for kind in ("story", "space", "document", "standard")]
    label = shown_as(typed[:40])
    menu = MenuSettings.for_site(Site.objects.get())
    entry = {"page": column, "anchor": "", "label": typed[:40]}
    menu.entries = [("entry", {**entry, "highlighted": False, "children": [entry]})]
    menu.save()

    pages = [column, article, startup, product, event, *rest]
    addresses = [page.url for page in pages]
    assert len(set(addresses)) == len(addresses)
    lists = ["/", "/tin-tuc/", "/cau-chuyen/", "/trung-bay/", "/trung-bay/?loai=san-pham"]
    lists += ["/su-kien/", "/khong-gian/", "/van-ban/", "/rss/", topic.get_absolute_url()]
    lists += [article.tags.first().get_absolute_url(), f"/tim-kiem/?q={quote(typed[:60])}"]
    for address in addresses + lists:
        soup = read(client, address)
        assert_harmless(soup)
        assert expected in words(soup.main), f"not literally at {address}"
        assert label in words(soup.select_one("header.mast nav"))
    assert all(words(read(client, address).h1) == expected for address in addresses)
    assert expected in texts(read(client, article.url), "nav.crumb a")
    assert texts(read(client, "/menu/"), "main nav a") == [label, label]
    assert expected in texts(read(client, "/rss/"), "table th")
    for parent in (column.get_parent(), column, startup):
        soup = read(admin_client, f"/admin/pages/{parent.pk}/")
        assert_harmless(soup)
        assert expected in words(soup)


@pytest.mark.parametrize("kind", TYPES)
def test_every_field_shows_markup_as_text(client, home, kind):
    typed = HOSTILE["script"]
    page = make_page(kind, title=typed)
    image = make_image(title=typed, alt=typed, caption=typed, credit=typed)
    # What is no plain text is checked as it is saved: numbers, addresses, fixed choices.
    fill(page, image, text=typed, wanted=lambda field: not field.choices)
    page.lead_alt = page.lead_caption = page.lead_credit = ""
    page.save()
    soup = read(client, page.url)
    assert_harmless(soup)
    shown = words(soup)
    assert shown.count("<script>alert(1)</script>") > 1
    for picture in soup.select("main picture:not(.woven) img"):
        assert picture["alt"] in (typed, "")


def test_people_and_contacts_show_markup_as_text(client, home):
    typed = '"><script>alert(1)</script>'
    startup = StartupPageFactory()
    Founder.objects.create(startup=startup, name=typed, role=typed, is_public=True)
    for kind in ("phone", "email", "zalo", "address"):
        Contact.objects.create(startup=startup, kind=kind, value=typed, label=typed, is_public=True)
    product = ProductPageFactory(parent=startup)
    for page in (startup, product):
        soup = read(client, page.url)
        assert_harmless(soup)
        links = [link["href"] for link in soup.select("main a[href]")]
        assert not [link for link in links if link.startswith("javascript:")]
    assert words(read(client, startup.url)).count(typed) >= 6


def test_names_of_the_unit_show_markup_as_text(client, home):
    typed = HOSTILE["attribute"]
    fields = ("site_title", "unit_name", "managing_body", "responsible_person", "address")
    names = {name: f"\x0b{typed[:79]}" for name in fields}
    identity = set_identity(**names, phone=typed[:40], licence=typed)
    NoticeFactory(text=typed, kind="urgent")
    page = make_page("contact")
    for address in ("/", page.url, "/khong-co/"):
        soup = read(client, address, status=404 if address == "/khong-co/" else 200)
        assert_harmless(soup)
        assert identity.unit_name == typed[:79].strip()
        assert identity.unit_name in words(soup.select_one("header.mast"))
        assert typed in words(soup.select_one("aside.notice"))
        assert words(soup.select_one("footer")).count(identity.unit_name) >= 4
