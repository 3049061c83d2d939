"""Reading pages as a visitor's browser does."""

import json

from bs4 import BeautifulSoup


def read(client, url, status=200):
    """The page at an address, parsed."""
    answer = client.get(url)
    assert answer.status_code == status, f"{answer.status_code} at {url}"
    return BeautifulSoup(answer.content.decode(), "html.parser")


def words(part):
    """The text of a page or of a part of it, single spaces."""
    return " ".join(part.get_text().split())


def texts(soup, selector):
    """The texts of all elements a CSS selector finds."""
    return [words(found) for found in soup.select(selector)]


def hrefs(soup, selector="a"):
    """The addresses of all links a CSS selector finds."""
    return [found.get("href") for found in soup.select(selector)]


def assert_whole(soup):
    """One `<h1>`, no heading without words, no list or table without content."""
    assert len(soup.select("h1")) == 1
    for part in soup.main.select("h1, h2, h3, h4, figcaption, summary, th"):
        assert words(part), f"empty {part} in {part.parent}"
    for part in soup.main.select("ul, ol, dl, table, nav"):
        assert words(part), f"nothing in {part}"


def assert_harmless(soup):
    """Nothing an editor typed has become markup."""
    assert not soup.select("[onerror], [onload], svg script")
    for tag in soup.select("script"):
        if tag.get("type") == "application/ld+json":
            json.loads(tag.get_text())  # data, never run; nothing in it may end the element
        else:
            assert "alert(1)" not in tag.get_text()
    assert not soup.select("img[src=x]")
