"""What stands between a draft and a good page: short findings, good or bad.

Shown beside the text while it is written, and to whoever approves it. A finding that blocks is
something the law or a blind reader needs: the page is not sent with it. The rest is advice.
Rooms above register what they can judge (`register`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.blocks.list_block import ListValue

from core.kinds import Kind
from vietnamese import fold

SAPO_LEAST, SAPO_MOST = 30, 60
TITLE_MOST = 120
TITLE_LEAST = 12
PARENTS = (Kind.LISTING, Kind.PAGE)
MOST_NAMESAKES = 20
"""Titles that begin alike are looked at no further."""


@dataclass(frozen=True)
class Finding:
    """One line.

    Attributes:
        text: what was looked at.
        figure: its number, shown in bold.
        good: whether it is as it should be.
        blocking: not sent for approval until it is mended.
        hint: where it is and how to mend it.
        field: the form field a blocking finding is shown beside; '' where none fits.
    """

    text: str
    figure: str = ""
    good: bool = True
    blocking: bool = False
    hint: str = ""
    field: str = ""

    @property
    def rank(self) -> tuple[bool, bool]:
        """What blocks comes first, then what is to be looked at, then what is well."""
        return (self.good, not self.blocking)


Check = Callable[[Any], Iterable[Finding]]
_checks: list[Check] = []


def register(check: Check) -> None:
    """Have `check(page)` asked for every page; it yields what it found."""
    if check not in _checks:
        _checks.append(check)


def find(page: Any) -> list[Finding]:
    """All findings of a page, by rank."""
    found = [finding for check in (*OWN_CHECKS, *_checks) for finding in check(page)]
    return sorted(found, key=lambda finding: finding.rank)


def hindrances(page: Any) -> list[Finding]:
    """What keeps a page from being sent."""
    return [finding for finding in page.checklist() if finding.blocking and not finding.good]


# --- what every page type has -----------------------------------------------------------------
def title(page: Any) -> Iterator[Finding]:
    """A title says the thing on two lines of a phone, as a sentence without its full stop."""
    words = page.title.strip()
    if len(words) > TITLE_MOST:
        hint = (
            _("Nên dưới %d chữ. Phần sau bị cắt khi chia sẻ và trên trang tìm kiếm.") % TITLE_MOST
        )
        yield Finding(_("Tiêu đề dài:"), _("%d chữ") % len(words), False, hint=hint)
    if page.page_kind in PARENTS:
        return
    if page.page_kind in (Kind.NEWS, Kind.STORY) and len(words) < TITLE_LEAST:
        hint = _("Nói rõ ai, làm gì, được gì.")
        yield Finding(_("Tiêu đề quá ngắn"), good=False, hint=hint)
    if len(words) > TITLE_LEAST and words == words.upper():
        hint = _("Chữ hoa khó đọc; máy đọc màn hình có thể đánh vần từng chữ.")
        yield Finding(_("Tiêu đề viết hoa toàn bộ"), good=False, hint=hint)
    if words.endswith(".") and not words.endswith(".."):
        yield Finding(_("Tiêu đề có dấu chấm cuối"), good=False, hint=_("Bỏ dấu chấm."))


def sapo(page: Any) -> Iterator[Finding]:
    """Two or three sentences; in Vietnamese one counts syllables."""
    if page.page_kind in PARENTS:
        return
    count = len(page.sapo.split())
    if not count:
        yield Finding(_("Chưa có sapo"), good=False, hint=_("Hai ba câu, 30 đến 60 tiếng."))
    elif page.page_kind in (Kind.NEWS, Kind.STORY) and not SAPO_LEAST <= count <= SAPO_MOST:
        words = _("Sapo ngắn:") if count < SAPO_LEAST else _("Sapo dài:")
        hint = _("Nên từ %(least)d đến %(most)d tiếng.") % {"least": SAPO_LEAST, "most": SAPO_MOST}
        yield Finding(words, _("%d tiếng") % count, False, hint=hint)


def pictures(page: Any) -> Iterator[Finding]:
    """Words for those who cannot see them, who took them, what the people in them said."""
    described = [bool(page.lead_decorative or page.picture_alt)] if page.lead_image else []
    credited, files = [], []
    if page.lead_image:
        credited.append(bool(page.lead_credit or page.lead_image.credit))
        files.append(page.lead_image)
    for block in getattr(page, "body", None) or ():
        for image, credit in _images(block.value):
            described.append(_is_described(image))
            credited.append(bool(credit or getattr(image, "credit", "")))
            files.append(image)
    if not described:
        return
    figure = _("%(good)s trên %(all)s") % {"good": sum(described), "all": len(described)}
    yield Finding(
        _("Ảnh có chữ thay thế:"), figure, good=all(described), blocking=not all(described),
        hint="" if all(described) else _("Viết một câu nói điều thấy trong ảnh."),
    )  # fmt: skip
    if not all(credited):
        hint = _("Ghi “Ảnh: …” ở ô Nguồn ảnh, cả khi tự chụp.")
        count = _("%d ảnh") % credited.count(False)
        yield Finding(_("Ảnh chưa ghi nguồn:"), count, good=False, hint=hint)
    yield from _people(page, files)


def _people(page: Any, files: list[Any]) -> Iterator[Finding]:
    """Law on personal data: a face is published with the word of its owner."""
    unasked = {file.pk: file.title for file in files if getattr(file, "people", "") == "unknown"}
    if unasked:
        names = ", ".join(f"“{name}”" for name in unasked.values())
        hint = _("%s: hỏi người trong ảnh, rồi ghi lại ở mục “Người trong ảnh” của ảnh.") % names
        lead = page.lead_image_id in unasked
        yield Finding(
            _("Ảnh có người mà chưa hỏi:"), _("%d ảnh") % len(unasked), False, True, hint,
            "lead_image" if lead else "body",
        )  # fmt: skip


def source(page: Any) -> Iterator[Finding]:
    """Law on copyright: a text of somebody else names where it is from."""
    name = getattr(page, "source_name", "").strip()
    if name:
        return
    hint = _("Ghi tên nguồn ở mục “Nguồn và bản quyền”.")
    if getattr(page, "rights", "") == "khong":
        words = _("Bài của bên khác mà chưa ghi nguồn")
        yield Finding(words, good=False, blocking=True, hint=hint, field="source_name")
    elif getattr(page, "source_url", ""):
        yield Finding(_("Có liên kết bài gốc mà chưa ghi tên nguồn"), good=False, hint=hint)


def same_title(page: Any) -> Iterator[Finding]:
    """Two items of one name: readers open the wrong one, and often one of them was not needed."""
    folded = fold(page.title)
    if page.page_kind in PARENTS or not folded:
        return
    others = type(page).objects.filter(
        kind=page.page_kind, folded_text__startswith=folded, withdrawn_at=None
    )
    rows = others.exclude(pk=page.pk).values_list("title", "live")[:MOST_NAMESAKES]
    live = [is_live for words, is_live in rows if fold(words) == folded]
    if live:
        where = _("một trang đã đăng") if any(live) else _("một bản nháp")
        hint = _("Trùng với %s. Xem có phải viết lần hai không; nếu không, đổi tiêu đề.") % where
        yield Finding(_("Tiêu đề đã có"), good=False, hint=hint)


OWN_CHECKS: tuple[Check, ...] = (pictures, source, sapo, title, same_title)


def _is_described(image: Any) -> bool:
    return bool(getattr(image, "decorative", False) or getattr(image, "contextual_alt_text", ""))


def _images(value: Any, credit: str = "") -> Iterator[tuple[Any, str]]:
    """Pictures inside a block's value, however deep, each with the credit beside it."""
    if hasattr(value, "contextual_alt_text"):
        yield value, credit
    elif isinstance(value, Mapping):
        beside = value.get("credit") or credit
        for child in value.values():
            yield from _images(child, beside)
    elif isinstance(value, (ListValue, StreamValue)):
        for child in value:
            yield from _images(getattr(child, "value", child), credit)
