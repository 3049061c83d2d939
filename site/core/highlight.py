"""Marks the words a reader searched for, whatever marks either side was typed with."""

import re

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from vietnamese import fold

WORD = re.compile(r"\w+", re.UNICODE)


def highlight(text: str, query: str) -> SafeString:
    """`text`, escaped, with every word that begins like a word of `query` in a `<mark>`.

    Neighbouring marked words share one `<mark>`: “miến dong”, not “miến” and “dong”.
    """
    wanted = [word for word in fold(query).split() if len(word) > 1][:12]
    spans: list[list[int]] = []
    for match in WORD.finditer(text) if wanted else ():
        if not fold(match[0]).startswith(tuple(wanted)):
            continue
        if spans and text[spans[-1][1] : match.start()] == " ":
            spans[-1][1] = match.end()
        else:
            spans.append([match.start(), match.end()])
    parts, at = [], 0
    for start, end in spans:
        parts += [
            conditional_escape(text[at:start]),
            format_html("<mark>{}</mark>", text[start:end]),
        ]
        at = end
    parts.append(conditional_escape(text[at:]))
    return mark_safe("".join(parts))
