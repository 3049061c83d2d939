"""Marks of searched words, and the ids of headings: never at the price of the text itself."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from core.anchors import headings, with_anchors
from core.highlight import highlight

TEXTS = st.text(
    st.one_of(st.sampled_from("miến đồng <b>&\"' ữẫ"), st.characters(exclude_categories=["Cs"])),
    max_size=60,
)


@given(text=TEXTS, query=TEXTS)
def test_marked_text_is_the_text_escaped_and_nothing_more(text, query):
    marked = str(highlight(text, query))
    assert html.unescape(marked.replace("<mark>", "").replace("</mark>", "")) == html.unescape(
        html.escape(text)
    )
    assert marked.count("<") == marked.count("<mark>") * 2


def test_neighbours_share_one_mark_and_single_letters_get_none():
    assert highlight("Miến dong, miến gà", "mien dong") == (
        "<mark>Miến dong</mark>, <mark>miến</mark> gà"
    )
    assert highlight("a b c ăn", "a") == "a b c ăn"


def test_words_typed_in_parts_of_letters_are_marked_whole():
    decomposed = "Mie\u0302\u0301n dong"
    assert highlight("Miến dong", decomposed) == "<mark>Miến dong</mark>"


@given(titles=st.lists(st.text(st.sampled_from("aá đ&<>1!"), max_size=8), max_size=6))
def test_no_two_headings_share_an_id_and_every_heading_has_one(titles):
    body = "".join(f"<h2>{html.escape(title)}</h2>" for title in titles)
    found = headings(with_anchors(body))
    ids = [anchor for anchor, _ in found]
    assert len(ids) == len(set(ids)) == len(titles)
    assert all(re.fullmatch(r"[a-z0-9-]+", anchor) for anchor in ids)
    assert [text for _, text in found] == [" ".join(title.split()) for title in titles]


def test_an_id_once_given_is_not_given_again():
    body = with_anchors('<h2>Cách làm</h2><h2 class="x" id="muc-cach-lam">Khác</h2>')
    assert [anchor for anchor, _ in headings(body)] == ["muc-cach-lam-2", "muc-cach-lam"]
    assert with_anchors(body) == body
