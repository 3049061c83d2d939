"""What holds for every page: axe, width, no script, nothing from outside, links that lead on."""

import re
import urllib.error
import urllib.parse
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from tests.journeys.addresses import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
EVERY = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def open_page(browser, address, *, width=1280, scheme="light", **options):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, **options
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


def faults(page):
    """What axe finds at three widths, light and dark: [(width, scheme, rule, places)]."""
    found = []
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            rules = Axe().run(page, options={"runOnly": RULES}).response["violations"]
            for rule in rules:
                places = [node["html"][:200] for node in rule["nodes"]]
                found.append((width, scheme, rule["id"], places))
    return found


@EVERY
def test_axe_finds_nothing(browser, portal, address):
    page = open_page(browser, portal + address, bypass_csp=True)
    assert faults(page) == []
    page.context.close()


@pytest.mark.parametrize("name", ["403.html", "403_csrf.html", "500.html", "503.html"])
def test_axe_finds_nothing_on_pages_that_only_a_fault_shows(browser, portal, name):
    page = open_page(browser, f"{portal}/rss/", bypass_csp=True)
    page.set_content(render_to_string(name), wait_until="networkidle")
    assert page.locator("h1").count() == 1
    assert faults(page) == []
    page.context.close()


@EVERY
def test_nothing_is_wider_than_the_screen_and_nothing_comes_from_outside(browser, portal, address):
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    page.goto(portal + address)
    page.wait_for_load_state("networkidle")
    for width in (320, 360, 768, 1120, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, f"{over} px too wide at {width} px"
    context.close()
    assert [url for url in asked if not url.startswith((portal, "data:"))] == []
    assert [line for line in errors if not re.search(r"status of 4(0|10)", line)] == []


@EVERY
def test_at_every_text_size_nothing_is_wider_than_a_phone(browser, portal, address):
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(portal + address)
    page.wait_for_load_state("networkidle")
    for width in (320, 360, 768):
        page.set_viewport_size({"width": width, "height": 800})
        for size in (-1, 1, 2, 3):
            page.evaluate("size => { document.documentElement.dataset.text = size }", size)
            over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert over <= 0, f"{over} px too wide at {width} px, size {size}"
    context.close()


@EVERY
def test_pages_work_without_script(browser, portal, address):
    page = open_page(browser, portal + address, width=360, java_script_enabled=False)
    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text().strip()
    assert page.locator("[data-action]:visible").count() == 0, "buttons that need script are hidden"
    page.context.close()


HEAD = ("title", "description", "card", "h1")


def read_head(text):
    soup = BeautifulSoup(text, "html.parser")

    def content(selector, name="content"):
        found = soup.select_one(selector)
        return found.get(name) if found else ""

    return {
        "title": soup.title.get_text(strip=True),
        "description": content("meta[name=description]"),
        "card": content('meta[property="og:image"]'),
        "canonical": content("link[rel=canonical]", "href"),
        "noindex": bool(soup.select("meta[name=robots]")),
        "h1": len(soup.select("h1")) == 1,
    }


def test_every_link_and_picture_of_the_demo_leads_somewhere(portal):
    seen, waiting, broken = set(), [f"{portal}/"], []
    titles, poor = {}, []
    while waiting:
        address = waiting.pop()
        if address in seen or len(seen) > 2500:
            continue
        seen.add(address)
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                kind = answer.headers.get("Content-Type", "")
                text = answer.read().decode("utf-8") if "html" in kind else ""
                final = answer.geturl()
        except urllib.error.HTTPError as error:
            broken.append((error.code, address))
            continue
        if text and "/admin/" not in final:
            head = read_head(text)
            if head["canonical"] == final and not head["noindex"]:
                poor += [(final, key) for key, value in head.items() if key in HEAD and not value]
                titles.setdefault(head["title"], set()).add(final)
        for link in re.findall(r'(?:href|src)="([^"#]+)', text):
            url = urllib.parse.urljoin(address, link.replace("&amp;", "&"))
            # Filters of filters have no end: one parameter is enough.
            if url.startswith(f"{portal}/") and url.count("=") < 2:
                waiting.append(url)
    assert broken == []
    assert poor == [], "pages without title, description, card or one h1"
    assert {title: pages for title, pages in titles.items() if len(pages) > 1} == {}
    assert len(seen) > 150
