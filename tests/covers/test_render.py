"""Cover art: always the same for the same words, small, in the colours of its kind."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from covers import KINDS, SHAPES, render_cover
from covers.motifs import STAR, diamond, path, star
from covers.threads import Dice

TITLES = ["Gạo nếp", "Tổ hợp tác", "Phiên chợ", "Quy chế mới", "Trà Shan", "Men lá", "", "a" * 255]


def colours_in(svg: str) -> set[str]:
    return set(re.findall(r'fill="(#[0-9A-F]{6})"', svg))


def test_the_same_words_give_the_same_cloth():
    first = render_cover("news", "Gói miến dong", "card")
    render_cover.cache_clear()
    assert render_cover("news", "Gói miến dong", "card") == first


def test_the_cloth_of_a_title_never_changes_between_versions():
    """Covers are cached by address for a long time, so a change must be meant."""
    dice = Dice("news\0Gói miến dong")
    assert [dice.roll(100) for _ in range(4)] == [24, 96, 97, 45]


def test_titles_differ_in_their_cloth():
    assert len({render_cover("product", f"Sản phẩm {n}", "card") for n in range(40)}) == 40


def test_both_layouts_are_woven():
    """Only the lattice is repeated downwards; bands are mirrored."""
    lattices = [' y="' in render_cover("news", str(n), "card") for n in range(20)]
    assert 0 < sum(lattices) < 20


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_cover_is_small_well_formed_and_of_its_size(kind, shape):
    width, height = SHAPES[shape]
    for title in TITLES:
        svg = render_cover(kind, title, shape)
        root = ElementTree.fromstring(svg)
        assert (root.get("width"), root.get("height")) == (str(width), str(height))
        assert root.get("shape-rendering") == "crispEdges"
        assert len(svg.encode()) <= 6144


@pytest.mark.parametrize("kind", KINDS)
def test_a_cover_keeps_to_the_colours_of_its_kind(kind):
    for title in TITLES:
        used = colours_in(render_cover(kind, title, "square"))
        assert KINDS[kind].ground in used
        assert KINDS[kind].body in used
        assert used <= KINDS[kind].colours


def test_an_unknown_kind_is_neutral_and_an_unknown_shape_a_card():
    svg = render_cover("vu-tru", "Tên", "tam-giac")
    assert colours_in(svg) <= KINDS["neutral"].colours
    assert 'viewBox="0 0 800 600"' in svg


@pytest.mark.parametrize("period", [16, 20, 24, 28])
def test_the_tile_is_the_same_in_all_four_quarters(period):
    tile = diamond(period, "#111111", "#222222", "#333333") | star("#444444", "#555555")
    half = period // 2
    for (x, y), colour in tile.items():
        if abs(x) < half and abs(y) < half:
            assert tile[-x, y] == tile[x, -y] == tile[-x, -y] == colour


def test_the_star_is_the_same_from_every_side():
    assert list(STAR) == [row[::-1] for row in STAR] == list(STAR[::-1])


def test_runs_of_threads_become_one_rectangle_each():
    assert path([(0, 0), (1, 0), (2, 0), (0, 1)]) == "M0 0h3v1h-3zm0 1h1v1h-1z"


@given(kind=st.text(max_size=12), seed=st.text(), shape=st.sampled_from([*SHAPES, "", "x"]))
def test_any_words_give_a_cover(kind, seed, shape):
    svg = render_cover(kind, seed, shape)
    ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert len(svg) <= 6144
    names = re.findall(r'id="(\w+)"', svg)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#(\w+)"', svg)) <= set(names)


def test_a_lone_surrogate_in_a_title_does_no_harm():
    ElementTree.fromstring(render_cover("event", "a\ud800b", "wide"))
