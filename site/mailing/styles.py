"""The look of the mails, in one place: mail programs want it written at every element.

Templates name a look (`{% look "card" %}`), the tag writes class and style. The values are those
of the site's tokens; the dark ones go into the one style sheet of the mail.
"""

from typing import Final

SANS: Final = "font-family:'Be Vietnam Pro',Arial,sans-serif"
SERIF: Final = "font-family:'Source Serif 4',Georgia,serif"
_SMALL = f"{SANS};font-size:14px;line-height:22px;color:#4A5568"
_TEXT = f"{SANS};font-size:16px;line-height:26px;color:#16202E;overflow-wrap:anywhere"

LOOKS: Final[dict[str, str]] = {
    "ground": "margin:0;padding:0;background-color:#FBF8F2",
    "preheader": "display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;"
    "line-height:1px;color:#FBF8F2;opacity:0",
    "frame": "padding:24px 12px",
    "card": "width:100%;max-width:600px;background-color:#FFFFFF",
    "mast": f"background-color:#17233F;padding:16px 28px;{SANS};font-size:13px;"
    "line-height:20px;color:#B9C5E0",
    "site": f"display:block;{SERIF};font-size:20px;line-height:30px;font-weight:600;color:#FBF8F2",
    "content": f"padding:28px;{_TEXT}",
    "ink": f"margin:0 0 14px;{_TEXT}",
    "due": "font-weight:600;color:#16202E",
    "title": f"margin:22px 0 6px;{SERIF};font-size:24px;line-height:35px;font-weight:600;"
    "color:#16202E;overflow-wrap:anywhere",
    "meta": f"margin:0;{_SMALL}",
    "ruled": "margin:18px 0 0;border-top:1px solid #E3DCCF;border-bottom:1px solid #E3DCCF",
    "ruled-cell": "padding:14px 0 0",
    "quote": "margin:18px 0 0;background-color:#E4EAF6",
    "quote-cell": "padding:14px 18px 2px",
    "said-by": f"margin:0 0 4px;{_SMALL};font-weight:600",
    "button-frame": "margin:22px 0 0",
    "button": "background-color:#22386B;border-radius:2px",
    "button-link": f"display:block;padding:13px 20px;{SANS};font-size:16px;line-height:24px;"
    "font-weight:600;color:#FFFFFF;text-decoration:none",
    "note": f"margin:14px 0 0;{_SMALL}",
    "link": "color:#22386B;text-decoration:underline;word-break:break-all",
    "footer": f"padding:16px 28px 22px;border-top:1px solid #E3DCCF;{SANS};font-size:13px;"
    "line-height:20px;color:#4A5568",
}

_INK, _SOFT, _LINE = "color:#ECE7DC", "color:#AEB6C4", "border-color:#323C4D"
DARK: Final[dict[str, str]] = {
    "ground": "background-color:#121822",
    "preheader": "color:#121822",
    "card": "background-color:#1A2230",
    "mast": "background-color:#0C121D",
    "strip": "background-color:#0C121D",
    "content": _INK,
    "ink": _INK,
    "due": _INK,
    "title": _INK,
    "meta": _SOFT,
    "ruled": _LINE,
    "quote": "background-color:#1F2B47",
    "said-by": _SOFT,
    "button": "background-color:#AFC2F0",
    "button-link": "color:#121822",
    "note": _SOFT,
    "link": "color:#AFC2F0",
    "footer": f"{_SOFT};{_LINE}",
}

# The brocade, one letter a thread: marigold, terracotta, paper, leaf; a point is the ground.
_THREADS = {"c": "#E9A820", "d": "#D9683A", "p": "#FBF8F2", "l": "#6FA98A"}
_WEAVE = (
    "...c...dp..p..pd...c...dp..p..pd",
    "..c.c....p.p.p....c.c....p.p.p..",
    ".c.d.c....ppp....c.l.c....ppp...",
    "c.ddd.cdpppdpppdc.lll.cdpppdpppd",
    ".c.d.c....ppp....c.l.c....ppp...",
    "..c.c....p.p.p....c.c....p.p.p..",
    "...c...dp..p..pd...c...dp..p..pd",
)


def dark_sheet() -> str:
    """The style sheet of a reader who prefers a dark screen."""
    rules = "".join(
        f".{name}{{{';'.join(f'{part}!important' for part in style.split(';'))}}}"
        for name, style in DARK.items()
    )
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


def brocade() -> str:
    """The strip as a style: one gradient a row of threads; no picture that could be blocked.

    A program that knows no gradients shows the plain dark ground.
    """
    rows = ",".join(_gradient(row) for row in _WEAVE)
    places = ",".join(f"center {number}px" for number in range(len(_WEAVE)))
    return (
        "height:8px;line-height:8px;font-size:0;background-color:#17233F;"
        f"background-image:{rows};background-position:{places};"
        "background-size:32px 1px;background-repeat:repeat-x"
    )


def _gradient(row: str) -> str:
    """The threads of one row with hard edges."""
    stops, start = [], 0
    while start < len(row):
        end = start
        while end < len(row) and row[end] == row[start]:
            end += 1
        stops.append(f"{_THREADS.get(row[start], 'transparent')} {start}px {end}px")
        start = end
    return f"linear-gradient(90deg,{','.join(stops)})"
