"""Slips of spacing, punctuation and figures in Vietnamese text. Pure: text in, slips out.

The rules are those of docs/glossary.md and DOMAIN section 11: no space before a mark, one after
it; quotes “…”; the ellipsis one character; an en dash between words; thousands with a point,
decimals with a comma.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

AROUND = 18
ADDRESS = re.compile(
    r"\b(?:https?://|www\.)\S+|\b[\w.+-]+@[\w.-]+\w|\b[\w-]+(?:\.[a-z]{2,})+\b/?\S*"
)
LETTER = r"[^\W\d_]"


@dataclass(frozen=True)
class Rule:
    """A kind of slip, the pattern that finds it, and what to write instead."""

    code: str
    words: str | Promise
    pattern: re.Pattern[str]
    advice: str | Promise


def _rule(code: str, words: str | Promise, pattern: str, advice: str | Promise) -> Rule:
    return Rule(code, words, re.compile(pattern), advice)


RULES: tuple[Rule, ...] = (
    _rule("double_space", _("Khoảng trắng thừa:"), r"(?<=\S)[ \u00a0]{2,}(?=\S)",
          _("chỉ để một dấu cách")),
    _rule("space_before", _("Dấu cách đứng trước dấu câu:"),
          r"(?<=[\w”)%])[ \u00a0]+(?=[,;!?…]|[.:](?:\s|$)|[)”](?!\w))",
          _("viết liền dấu câu với chữ trước")),
    _rule("space_after", _("Thiếu dấu cách sau dấu câu:"),
          rf"(?:(?:(?<={LETTER})|(?<= ))[,;!?](?={LETTER})"
          rf"|(?<={LETTER}{{2}})[.:](?=[A-ZÀ-ỸĐ][a-zà-ỹđ]))",
          _("thêm một dấu cách")),
    _rule("space_in_quotes", _("Dấu cách thừa trong ngoặc:"), r"[“(][ \u00a0]+(?=\S)",
          _("viết liền với ngoặc")),
    _rule("straight_quotes", _("Ngoặc kép thẳng:"), r'"(?=\S)[^"\n]{1,200}"', _("dùng “ ”")),
    _rule("dots", _("Ba dấu chấm rời:"), r"\.{3,}", _("dùng “…”")),
    _rule("dash", _("Gạch nối dùng làm gạch ngang:"), rf"(?<={LETTER}) -{{1,2}} (?={LETTER})",
          _("dùng “–”")),
    _rule("thousands", _("Số viết kiểu nước ngoài:"), r"\b\d{1,3}(?:,\d{3})+\b(?!,\d)",
          _("viết 1.250.000")),
    _rule("percent", _("Số lẻ dùng dấu chấm:"), r"\b\d+\.\d+(?=[ \u00a0]?%)", _("viết 3,5%")),
)  # fmt: skip


@dataclass(frozen=True)
class Slip:
    """One slip: its rule and the words around it."""

    rule: Rule
    around: str


def slips(text: str) -> Iterator[Slip]:
    """The slips of `text`, by rule; addresses of the web and of mail are left alone."""
    addresses = [match.span() for match in ADDRESS.finditer(text)]
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            start, end = match.span()
            if not any(left < end and start < right for left, right in addresses):
                yield Slip(rule, excerpt(text, start, end))


def excerpt(text: str, start: int, end: int) -> str:
    """The words around a place, cut at word ends, on one line."""
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = text[left:start], text[end:right]
    if left and " " in before.lstrip():
        before = before.lstrip().split(" ", 1)[1]
    if right < len(text) and " " in after.rstrip():
        after = after.rstrip().rsplit(" ", 1)[0]
    return (before + text[start:end] + after).replace("\n", " ").strip()
