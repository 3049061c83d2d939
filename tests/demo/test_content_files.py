"""The words of the demo, read from their files."""

import re
import tomllib
import unicodedata
from collections import Counter

import pytest

from core.blocks import BodyBlock
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


def test_no_picture_is_used_more_than_three_times_and_each_is_used():
    everything = [tomllib.loads(path.read_text("utf-8")) for path in FILES]
    uses = Counter(place["picture"] for place in pictures_in(everything))
    assert max(uses.values()) <= 3, uses.most_common(3)
    logos = {item["logo"] for _, item in all_items() if item.get("logo")}
    assert {path.stem for path in PICTURES.glob("*.webp")} <= set(uses) | logos


def test_articles_are_long_enough_to_read_and_not_two_are_built_alike():
    builds = Counter()
    for folder, item in all_items():
        if folder == "articles" and "withdrawn" not in item:
            text = " ".join(re.sub(r"<[^>]+>", " ", words) for words in words_in(item))
            assert 150 <= len(text.split()) <= 800, (item["title"], len(text.split()))
            builds[tuple(block["type"] for block in item["body"])] += 1
    assert max(builds.values()) == 1, builds.most_common(2)


def test_every_kind_of_block_is_shown_somewhere():
    used = {block["type"] for _, item in all_items() for block in item.get("body", [])}
    assert set(BodyBlock().child_blocks) <= used


def test_no_two_items_share_a_title_and_every_slug_is_an_address():
    titles = Counter(item.get("title") for _, item in all_items())
    del titles[None]  # submissions are named by what they say
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
