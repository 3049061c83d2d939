"""What a screen reader is told: landmarks, headings, names, languages."""

import re

import pytest

from tests.journeys.addresses import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
EVERY = pytest.mark.parametrize("name", [n for n in PAGES if n != "bad request"])

READ = """() => {
  const name = e => e.getAttribute('aria-label')
    || document.getElementById(e.getAttribute('aria-labelledby') || '-')?.textContent || '';
  const shown = e => e.checkVisibility();
  const all = s => [...document.querySelectorAll(s)].filter(shown);
  return {
    headings: all('h1,h2,h3,h4,h5,h6').map(h => [Number(h.tagName[1]), h.textContent.trim()]),
    navs: all('nav').map(name), asides: all('aside').map(name), mains: all('main').length,
    banners: all('body > header').length, infos: all('body > footer').length,
    tables: all('table').map(t => [t.querySelectorAll('th[scope]').length,
      t.querySelectorAll('th').length,
      Boolean(t.caption || t.getAttribute('aria-label') || t.getAttribute('aria-labelledby')
        || t.closest('[aria-label],[aria-labelledby],section'))]),
    images: [...document.images].filter(i => !i.hasAttribute('alt')).length,
    lang: document.documentElement.lang, title: document.title,
  };
}"""


@EVERY
def test_the_tree_of_every_page_is_in_order(page, portal, name):
    page.goto(portal + PAGES[name])
    tree = page.evaluate(READ)
    assert tree["lang"] == "vi"
    assert (tree["mains"], tree["banners"], tree["infos"]) == (1, 1, 1)
    levels = [level for level, _ in tree["headings"]]
    assert levels.count(1) == 1
    assert all(words for _, words in tree["headings"])
    first = levels.index(1)
    for before, after in zip(levels[first:], levels[first + 1 :], strict=False):
        assert after <= before + 1, f"h{before} is followed by h{after}: {tree['headings']}"
    assert len(set(tree["navs"])) == len(tree["navs"]), "each navigation has a name of its own"
    assert all(tree["navs"])
    assert tree["images"] == 0
    for scoped, heads, named in tree["tables"]:
        assert scoped == heads, "every header cell says what it heads"
        assert named


def test_an_article_is_read_in_the_order_of_its_words(page, portal):
    page.goto(portal + PAGES["article"])
    snapshot = page.locator("body").aria_snapshot()
    order = [
        r"link \"Tới nội dung chính\"",
        r"banner",
        r"navigation \"Chính\"",
        r"main",
        r"navigation \"Đường dẫn\"",
        r"heading \"Gói miến dong tự kể chuyện mình[^\"]*\" \[level=1\]",
        r"img \"Người phụ nữ đội nón",
        r"heading \"Từ quyển sổ đến tấm thẻ\" \[level=2\]",
        r"Bài này có ích không",
        r"contentinfo",
    ]
    places = []
    for pattern in order:
        found = re.search(pattern, snapshot)
        assert found, pattern
        places.append(found.start())
    assert places == sorted(places)


def test_at_four_hundred_percent_nothing_is_lost(browser, portal):
    """1280 px at 400 % is 320 CSS pixels: the menu and the search stay reachable."""
    context = browser.new_context(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    page = context.new_page()
    for name in ("home", "article", "products"):
        page.goto(portal + PAGES[name])
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.get_by_role("link", name="Danh mục").first.is_visible()
        assert page.get_by_role("link", name="Tìm kiếm").first.is_visible()
    context.close()


def test_with_reduced_motion_nothing_moves_and_with_forced_colours_lines_stay(browser, portal):
    context = browser.new_context(reduced_motion="reduce", forced_colors="active")
    page = context.new_page()
    page.goto(portal + PAGES["startups"])
    moving = page.evaluate(
        "document.getAnimations().length + [...document.querySelectorAll('*')].filter(e =>"
        " parseFloat(getComputedStyle(e).transitionDuration) > 0.01).length"
    )
    assert moving == 0
    border = page.locator("form.find").evaluate("e => getComputedStyle(e).borderTopStyle")
    assert border != "none"
    context.close()
