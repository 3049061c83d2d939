"""The words of the demo, read from their files."""

import re
import tomllib
import unicodedata
from collections import Counter

import pytest

from demo.content_files import CONTENT, PICTURES, items, picture_path

FILES = sorted(CONTENT.rglob("*.toml"))
FOLDERS = [path.name for path in CONTENT.iterdir() if path.is_dir()]
UNFINISHED = re.compile(r"lorem|ipsum|\bTODO\b|\bTBD\b|\bFIXME\b|xxx|\?\?\?|\{\{|\[\.\.\.\]", re.I)


def all_items():
    return [(folder, item) for folder in FOLDERS for item in items(folder)]


def words_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from words_in(child)
    elif isinstance(value, list):
        for child in value:
            yield from words_in(child)


def pictures_in(value):
    if isinstance(value, dict):
        if isinstance(value.get("picture"), str) and value["picture"]:
            yield value
        for child in value.values():
            yield from pictures_in(child)
    elif isinstance(value, list):
        for child in value:
            yield from pictures_in(child)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_words_are_finished_composed_and_clean(path):
    for text in words_in(tomllib.loads(path.read_text("utf-8"))):
        assert not UNFINISHED.search(text), text
        assert unicodedata.normalize("NFC", text) == text
        assert not re.search(r"\S  +\S", text), text


def test_every_picture_named_is_there_small_enough_for_a_clone_and_described():
    for folder, item in all_items():
        for place in pictures_in(item):
            assert picture_path(place["picture"]).is_file(), (folder, place["picture"])
            assert place.get("alt") or place.get("picture_alt"), (folder, item["title"])
    assert max(path.stat().st_size for path in PICTURES.iterdir()) < 700_000


def test_no_picture_leads_more_than_three_items():
    leads = Counter(item["picture"] for _, item in all_items() if item.get("picture"))
    assert leads
    assert max(leads.values()) <= 3, leads.most_common(3)


def test_no_two_items_share_a_title_and_every_slug_is_an_address():
    titles = Counter(item["title"] for _, item in all_items())
    assert [title for title, count in titles.items() if count > 1] == []
    for folder in FOLDERS:
        slugs = [item["slug"] for item in items(folder)]
        assert len(slugs) == len(set(slugs))
        assert all(re.fullmatch(r"[a-z0-9-]+", slug) for slug in slugs), folder


def test_addresses_and_mail_of_the_demo_lead_to_nobody():
    for path in FILES:
        for text in words_in(tomllib.loads(path.read_text("utf-8"))):
            for mail in re.findall(r"[\w.+-]+@([\w.-]+)", text):
                assert mail.endswith((".example", "example.com", "example.vn")), (path.name, mail)
