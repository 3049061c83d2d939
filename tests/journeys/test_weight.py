"""What an article weighs on a weak phone, and that nothing jumps while it loads."""

import re
import urllib.request

import brotli
import pytest

from tests.journeys.addresses import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
HEAVY = ["home", "article", "story", "product", "startup", "event to come", "products"]


def read(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read()


@pytest.mark.parametrize("name", HEAVY)
def test_page_style_and_script_are_light(portal, name):
    html = read(portal + PAGES[name])
    text = html.decode()
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
    scripts = re.findall(r'<script[^>]* src="([^"]+)"', text)
    assert len(styles) == 1
    assert len(scripts) <= 2
    parts = [html, *(read(portal + path) for path in styles + scripts)]
    weight = sum(len(brotli.compress(part, quality=9)) for part in parts)
    assert weight <= 60_000, f"{weight} bytes"


def test_fonts_are_three_files_of_seventy_kilobytes_and_two_come_first(portal):
    html = read(portal + PAGES["article"]).decode()
    css = read(portal + re.search(r'<link rel="stylesheet" href="([^"]+)"', html)[1]).decode()
    fonts = set(re.findall(r"url\(\"?([^)\"]+\.woff2)", css))
    assert len(fonts) == 3
    names = [name.rpartition("/")[2] for name in fonts]
    assert sum(len(read(f"{portal}/static/fonts/{name}")) for name in names) <= 70_000
    preloaded = re.findall(r'<link rel="preload" href="[^"]*/([^"/]+)" as="font"', html)
    assert len(preloaded) == 2
    assert set(preloaded) <= set(names)


@pytest.mark.parametrize("name", ["home", "article", "product", "startups"])
def test_nothing_jumps_and_the_lead_picture_is_the_largest_paint(browser, portal, name):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(
        "window.shift = 0; window.paints = [];"
        "new PerformanceObserver(list => list.getEntries().forEach(e => {"
        " if (!e.hadRecentInput) shift += e.value }))"
        ".observe({type: 'layout-shift', buffered: true});"
        "new PerformanceObserver(list => list.getEntries().forEach(e =>"
        " paints.push(e.element?.tagName)))"
        ".observe({type: 'largest-contentful-paint', buffered: true});"
    )
    page.goto(portal + PAGES[name])
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert page.evaluate("shift") < 0.05
    if name in ("article", "product"):
        assert page.evaluate("paints.at(-1)") == "IMG"
    context.close()
