"""Contrast of every text and ground pair, computed from the tokens themselves (WCAG 2.2 AA)."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css"
TEXT, CONTROL = 4.5, 3.0

PAPERS = ("paper", "surface")
TEXT_PAIRS = [
    *[(ink, ground) for ground in PAPERS for ink in ("ink", "ink-soft", "cham-900", "cham-700")],
    *[(ink, ground) for ground in PAPERS for ink in ("cham-500", "dat", "la", "man", "do")],
    *[(ink, "cham-100") for ink in ("ink", "ink-soft", "cham-900", "cham-700", "cham-500")],
    *[(ink, "dat-100") for ink in ("ink", "ink-soft", "dat")],
    *[(ink, "la-100") for ink in ("ink", "ink-soft", "la")],
    *[(ink, "man-100") for ink in ("ink", "ink-soft", "man")],
    *[(ink, "do-100") for ink in ("ink", "ink-soft", "do")],
    ("ink", "mark"),
    ("on-mast", "mast"),
    ("on-mast-soft", "mast"),
    ("cuc", "mast"),
    ("on-button", "button"),
    ("surface", "man"),
    ("paper", "la"),
]
CONTROL_PAIRS = [
    ("line-strong", "paper"),
    ("line-strong", "surface"),
    ("cham-500", "paper"),
    ("cham-700", "cham-100"),
    ("button", "paper"),
    ("do", "paper"),
    ("cuc", "mast"),
]


def read_schemes(css: str) -> dict[str, dict[str, str]]:
    """Colour tokens of the light and of the dark scheme; dark keeps what it does not redefine."""
    light_css, dark_css = css.split("prefers-color-scheme: dark")
    light = dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6});", light_css))
    dark = dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6});", dark_css))
    return {"light": light, "dark": light | dark}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


SCHEMES = read_schemes(TOKENS.read_text(encoding="utf-8"))


def test_the_measure_itself_is_right():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_pale_text_colour_would_be_found():
    schemes = read_schemes(TOKENS.read_text(encoding="utf-8").replace("#4A5568", "#9AA5B8"))
    assert contrast(schemes["light"]["ink-soft"], schemes["light"]["paper"]) < TEXT


def test_both_schemes_are_read_from_the_file():
    assert SCHEMES["light"]["paper"] == "#FBF8F2"
    assert SCHEMES["dark"]["paper"] == "#121822"
    assert SCHEMES["dark"]["cuc"] == SCHEMES["light"]["cuc"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(scheme, ink, ground):
    colours = SCHEMES[scheme]
    assert contrast(colours[ink], colours[ground]) >= TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), CONTROL_PAIRS)
def test_controls_stand_out_from_their_ground(scheme, edge, ground):
    colours = SCHEMES[scheme]
    assert contrast(colours[edge], colours[ground]) >= CONTROL


def test_every_accent_is_measured_somewhere():
    measured = {name for pair in TEXT_PAIRS + CONTROL_PAIRS for name in pair}
    decorative = {"line", "mast-line"}
    assert set(SCHEMES["light"]) - decorative <= measured


@pytest.mark.parametrize("part", sorted(TOKENS.parent.rglob("*.css")), ids=lambda p: p.name)
def test_colours_of_pages_come_from_the_tokens(part):
    """Only the masthead (dark in both schemes), paper prints and the admin name a colour."""
    if part.name in {"tokens.css", "print.css", "masthead.css"} or part.parent.name == "admin":
        return
    allowed = {"#FFF"}
    assert set(re.findall(r":[^;{]*?(#[0-9A-Fa-f]{3,6})\b", part.read_text())) <= allowed
