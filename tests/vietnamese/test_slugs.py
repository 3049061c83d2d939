"""Addresses: the same for every way to type a title, on the server and in the admin."""

import json
import re
import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vietnamese.slug_cases import SLUG_CASES
from vietnamese import JS_FORMATTERS, slugify
from vietnamese.slugs import MAX_LENGTH

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=60)
WORDS = st.lists(
    st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyÁẢÃẠẬ0123456789", min_size=1, max_size=90), max_size=8
).map(" ".join)
SLUG = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?")
RUN_IN_NODE = """
const { formatters, titles } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const steps = formatters.map(([pattern, to]) => [new RegExp(pattern, "gu"), to]);
const slug = (text) => steps.reduce((t, [from, to]) => t.replace(from, to), text).toLowerCase();
console.log(JSON.stringify(titles.map(slug)));
"""


@pytest.mark.parametrize(("title", "slug"), SLUG_CASES)
def test_a_title_makes_the_slug_of_the_table(title, slug):
    assert slugify(title) == slug


def test_the_table_is_large_and_has_each_title_once():
    titles = [title for title, _ in SLUG_CASES]
    assert len(titles) >= 60
    assert len(set(titles)) == len(titles)


def test_the_table_has_every_vietnamese_letter_in_both_forms_of_unicode():
    titles = "".join(title for title, _ in SLUG_CASES).lower()
    for letter in "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ":
        assert letter in titles
        assert unicodedata.normalize("NFD", letter) in titles


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node")
def test_javascript_makes_the_slugs_of_the_table():
    """In a browser's engine; the journey in a real browser tests the admin's field itself."""
    given_in = json.dumps(
        {"formatters": JS_FORMATTERS, "titles": [title for title, _ in SLUG_CASES]}
    )
    run = subprocess.run(
        ["node", "-e", RUN_IN_NODE],
        input=given_in,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(run.stdout) == [slug for _, slug in SLUG_CASES]


@pytest.mark.parametrize("max_length", [1, 5, 12, 50])
def test_a_long_slug_ends_with_a_whole_word(max_length):
    slug = slugify("Phiên chợ sản phẩm khởi nghiệp cuối năm", max_length=max_length)
    whole = "phien-cho-san-pham-khoi-nghiep-cuoi-nam"
    assert len(slug) <= max_length
    assert whole.startswith(slug)
    if max_length >= 5:
        assert whole[len(slug)] == "-" if len(slug) < len(whole) else True


def test_a_word_longer_than_the_limit_is_cut():
    assert slugify("nghiêng", max_length=4) == "nghi"


def test_a_slug_of_just_the_limit_is_kept_whole():
    assert slugify("phien cho", max_length=9) == "phien-cho"
    assert slugify("phien cho", max_length=8) == "phien"


@given(ANY_TEXT)
def test_a_slug_has_only_small_letters_digits_and_single_hyphens(text):
    assert SLUG.fullmatch(slugify(text))


@given(ANY_TEXT)
def test_the_slug_of_a_slug_is_itself(text):
    assert slugify(slugify(text)) == slugify(text)


@given(ANY_TEXT)
def test_both_forms_of_unicode_make_the_same_slug(text):
    assert slugify(unicodedata.normalize("NFD", text)) == slugify(
        unicodedata.normalize("NFC", text)
    )


@given(WORDS)
def test_capital_and_small_letters_make_the_same_slug(text):
    assert slugify(text.upper()) == slugify(text.lower())


@given(WORDS, st.integers(1, MAX_LENGTH))
def test_a_slug_is_never_longer_than_asked_and_is_a_beginning_of_the_whole(text, max_length):
    slug = slugify(text, max_length=max_length)
    assert len(slug) <= max_length
    assert slugify(text, max_length=10_000).startswith(slug)
    assert SLUG.fullmatch(slug)


@given(WORDS)
def test_the_formatters_for_javascript_make_the_same_slug(text):
    """Run by Python's own expressions; ``$1`` is what JavaScript calls ``\\1``."""
    slug = text
    for pattern, replacement in JS_FORMATTERS:
        slug = re.sub(pattern, replacement.replace("$1", r"\1"), slug)
    assert slug.lower() == slugify(text)


def test_the_formatters_keep_to_what_both_languages_read_alike():
    for pattern, replacement in JS_FORMATTERS:
        assert not re.search(r"\\p|\(\?<|\\[dwsDWSAZ]", pattern)
        assert re.fullmatch(r"[a-z0-9-]*|\$1", replacement)
