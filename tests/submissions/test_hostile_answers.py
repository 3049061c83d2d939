"""X-01, X-08: whatever is typed stands there as it was typed, from the queue to the page."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from core.blocks.base import rich_to_plain
from showcase.models import ProductPage, StartupPage
from submissions.services import review
from tests.submissions.reviewing import client_of, house, sent, unit_payload

MARK = "zq7"
"""Stands in each string, so that an element made of one is known."""
HOSTILE = [
    f"<script>{MARK}()</script>",
    f"<ScRiPt src=//x.example/{MARK}.js></sCrIpT>",
    f"<img src=x onerror={MARK}()>",
    f'"><img src=x onerror={MARK}()>',
    f"'><svg onload={MARK}()>",
    f"<svg/onload={MARK}()>",
    f"<svg><script>{MARK}()</script></svg>",
    f"<body onload={MARK}()>",
    f"<iframe src=javascript:{MARK}()></iframe>",
    f"<iframe srcdoc='<script>{MARK}()</script>'></iframe>",
    f"<a href=javascript:{MARK}()>x</a>",
    f"<a href='&#106;avascript:{MARK}()'>x</a>",
    f"<details open ontoggle={MARK}()>",
    f"<video><source onerror={MARK}()></video>",
    f"<math><mtext></form><form><mglyph><style></math><img src onerror={MARK}()>",
    f"<style>@import '//x.example/{MARK}';</style>",
    f"<link rel=stylesheet href=//x.example/{MARK}>",
    f"<meta http-equiv=refresh content='0;url=javascript:{MARK}()'>",
    f"<base href=//x.example/{MARK}/>",
    f"<form action=//x.example/{MARK}><input type=submit>",
    f"<input autofocus onfocus={MARK}()>",
    f"<object data=javascript:{MARK}()></object>",
    f"<embed src=//x.example/{MARK}.swf>",
    f"<marquee onstart={MARK}()>x</marquee>",
    f"<template><script>{MARK}()</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={MARK}()>'>",
    f"<!--><script>{MARK}()</script-->",
    f"<![CDATA[<script>{MARK}()</script>]]>",
    f"</textarea><script>{MARK}()</script>",
    f"</title><script>{MARK}()</script>",
    f"</script><script>{MARK}()</script>",
    f'" onmouseover="{MARK}()" x="',
    f"' onfocus='{MARK}()' autofocus='",
    f"` onclick=`{MARK}()`",
    f"javascript:{MARK}()",
    f"&lt;script&gt;{MARK}()&lt;/script&gt;",
    f"\\u003cscript\\u003e{MARK}()",
    f"%3Cscript%3E{MARK}()%3C/script%3E",
    f"<embed linktype='page' id='1' {MARK}>",
    f"<a linktype='document' id='1'>{MARK}</a>",
    f"{{{{7*7}}}} {{% {MARK} %}} %s {{0.__class__}} ${{{MARK}}}",
]
TEXTS = (
    "unit_name", "title", "tagline", "problem", "solution", "for_whom", "price_note", "buy_at",
    "about",
)  # fmt: skip


@pytest.fixture
def staff(db):
    return house()


def alive(html):
    """What a browser would make of the hostile strings: elements and attributes with the mark."""
    found = []
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        runs = tag.name in ("script", "style", "template") and "json" not in tag.get("type", "")
        if runs and MARK in str(tag.string):
            found.append(str(tag)[:90])
        for name, value in tag.attrs.items():
            text = " ".join(value) if isinstance(value, list) else str(value)
            leads = name in ("src", "href", "action", "formaction", "data", "srcdoc")
            ours = text.startswith(("/", "http://localhost/"))  # made of the title
            if MARK in text and (name.startswith("on") or (leads and not ours)):
                found.append(f"{tag.name}[{name}]={text[:60]}")
    return found


def hostile(start):
    """A payload with a string of the list in each field, beginning at `start`."""
    words = {name: HOSTILE[(start + at) % len(HOSTILE)] for at, name in enumerate(TEXTS)}
    return unit_payload(**words, website="https://x.vn/")


@pytest.mark.parametrize("start", range(0, len(HOSTILE), len(TEXTS)))
def test_every_field_is_text_in_queue_review_draft_and_editor(staff, start):
    payload = hostile(start)
    sender = {"name": payload["title"][:120], "role": payload["for_whom"][:120],
              "address": payload["problem"]}  # fmt: skip
    row = sent(payload=payload, title=payload["title"], sender=sender, risks=[payload["about"]])
    row.versions.create(payload=hostile(start + 1))
    row.events.create(kind="answered", text=payload["solution"])
    row.notes.create(field="title", text=payload["buy_at"])
    client = client_of(staff.editor)
    for url in (
        reverse("submissions_queue"),
        reverse("submissions_review", args=[row.pk]),
        reverse("submissions_sender", args=[row.pk]),
        reverse("wagtailadmin_home"),
    ):
        html = client.get(url).content.decode()
        assert MARK in html, url
        assert alive(html) == [], url
    unit, product = review.accept(submission=row, user=staff.editor)
    for page in (unit, product):
        html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert alive(html) == [], page
        html = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()
        assert alive(html) == [], page
    unit, product = (StartupPage.objects.get(pk=unit.pk), ProductPage.objects.get(pk=product.pk))
    assert (unit.title, unit.sapo) == (payload["unit_name"], payload["about"])
    assert (product.title, product.price_note) == (payload["title"], payload["price_note"])
    assert rich_to_plain(product.problem) == payload["problem"]
    assert set(re.findall(r"<(\w+)", product.problem + product.solution)) == {"p"}


def test_a_difference_is_text_too(staff):
    row = sent(payload=hostile(0))
    _unit, product = review.accept(submission=row, user=staff.editor)
    later = sent(kind="sua-thong-tin", subject=product, payload=hostile(9), title="Sửa")
    url = reverse("submissions_review", args=[later.pk])
    html = client_of(staff.editor).get(url).content.decode()
    assert "So với trang đang đăng" in html
    assert alive(html) == []
