"""Finding English where Vietnamese should stand: known strings of the libraries, everyday words.

A text is one node or one attribute as a reader meets it. `english(text)` says what is wrong with
it, '' where nothing is. `of_html` takes a page apart; the browser does it with `COLLECT`.
"""

import re
from functools import cache
from pathlib import Path

import allauth
import django
import polib
import taggit
import wagtail
from bs4 import BeautifulSoup
from bs4.element import CData, Comment, Declaration, Doctype

ROOT = Path(__file__).resolve().parents[1]
OURS = ROOT / "site/config/locale/vi/LC_MESSAGES"
LIBRARIES = {wagtail: "en", django: "en", taggit: "en", allauth: "de"}
"""Each with a language whose catalogue names every string (allauth ships no English one)."""

PLACEHOLDER = re.compile(r"%\(\w+\)[sdif]|%[sdif]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")
LETTERS = re.compile(r"[A-Za-z]")
LEAST = 4
"""Shorter strings of a catalogue are signs and abbreviations: “ID”, “PDF”, “a.m.”."""

ATTRIBUTES = (
    "aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt",
    "data-w-tooltip-content-value", "data-w-progress-active-value",
)  # fmt: skip
BUTTONS = ("submit", "button", "reset")
NEVER_SHOWN = "[data-side-panel-toggle-counter], .xdsoft_save_selected"
"""Hidden for good: a counter of nothing (“None”), a button of the date picker without a use."""

SILENT = ("script", "style", "noscript", "svg", "code", "textarea", "[lang=en]", NEVER_SHOWN)

# Names and terms that are the same in Vietnamese, or that nobody translates.
SAME_IN_VIETNAMESE = {"Video", "Audio", "Logo", "Email", "Zalo", "Facebook", "YouTube"}
OF_THE_WORLD = re.compile(
    r"\b(Open Graph|Google Maps|Creative Commons|Schema\.org|Excel|Word|Ctrl|Shift|Alt|Esc)\b"
)

EVERYDAY = """
    the and of for with from this that these those your you are is was were has have had not by be
    or if when which will would should cannot could must please here there all any more most other
    only also been then into onto its their
    page pages edit edited editing save saved saving delete deleted view views viewing setting
    settings search choose chooser chosen upload uploaded uploading image images document documents
    user users group groups title type types status date time yes add added create created remove
    removed move moved copy copied publish published publishing unpublish unpublished draft drafts
    schedule scheduled history compare comparison revision revisions version workflow workflows
    task tasks comment comments reply resolve lock locked unlock privacy private public report
    reports filter filters filtered sort sorted order select selected selection close open cancel
    submit submitted approve approved reject rejected name names password username login logout
    account accounts language languages help loading error errors warning required field fields
    value values block blocks collection collections snippet snippets tag tags site sites home
    dashboard profile avatar hour hours minute minutes day days week weeks month months year years
    ago today yesterday tomorrow now content default preview enable enabled disable disabled next
    previous first last show hide expand collapse toggle undo redo bold italic heading link links
    list listing listings item items total result results match matches found empty none change
    changes changed update updated action actions more less back send sent sign remember forgotten
    permission permissions root child children parent usage used unknown active inactive superuser
    admin administrator administrators english vietnamese theme density keyboard shortcut shortcuts
    menu sidebar dark light system height width size file files download export import reset clear
    confirm continue skip start stop end begin before after between above below top bottom left
    right key keys label description details information message messages notification notifications
    monday tuesday wednesday thursday friday saturday sunday january february april june july august
    september october november december redirect redirects synonym query queries promoted character
    characters word words reading readability score quality
"""
WORDS = frozenset(EVERYDAY.split()) - {"menu"}
"""Single words that give English away; none of them is a Vietnamese syllable."""

COLLECT = """
([attributes, silent]) => {
  const found = new Set([document.title]);
  const keep = (words) => {
    const text = (words || '').replace(/\\s+/g, ' ').trim();
    if (text) found.add(text);
  };
  const read = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walk.nextNode()) {
      const node = walk.currentNode;
      const box = node.nodeType === 1 ? node : node.parentElement;
      if (box && box.closest(silent)) continue;
      if (node.nodeType === 3) { keep(node.textContent); continue; }
      for (const name of attributes) keep(node.getAttribute(name));
      if (node.tagName === 'INPUT' && /submit|button|reset/.test(node.type)) keep(node.value);
      if (node.tagName === 'TEMPLATE') read(node.content);
    }
  };
  read(document.body);
  return [...found];
}
"""
COLLECT_WITH = [list(ATTRIBUTES), ", ".join(SILENT)]


def of_html(html):
    """Every text of a page that a reader meets, templates of scripts included."""
    soup = BeautifulSoup(html, "html.parser")
    for box in [*soup.find_all("script"), *soup.select(", ".join(SILENT))]:
        box.decompose()
    texts = {
        " ".join(text.split())
        for text in soup.find_all(string=True)
        if not isinstance(text, (Comment, CData, Declaration, Doctype))
    }
    for box in soup.find_all(True):
        texts |= {" ".join(box.get(name, "").split()) for name in ATTRIBUTES}
        if box.name == "input" and box.get("type") in BUTTONS:
            texts.add(" ".join(box.get("value", "").split()))
    return texts - {""}


@cache
def english(text):
    """What is English about it: the library's string, or the words; '' for none."""
    if not LETTERS.search(text) or text in SAME_IN_VIETNAMESE or text.startswith('{"'):
        return ""
    if text.endswith("- Wagtail"):
        return "Wagtail's name in the browser's tab"
    exact, patterns = _known()
    if text in exact:
        return f"= {text}"
    for pattern in patterns:
        if pattern.fullmatch(text):
            return f"~ {pattern.pattern}"
    return " ".join(_words(OF_THE_WORLD.sub("", text)))


def _words(text):
    """Everyday English; addresses, names of files and slugs are not looked at."""
    for chunk in text.split():
        if re.search(r"[@/_\\]|\w[-.]\w", chunk):
            continue
        yield from (word for word in re.findall(r"[^\W\d_]+", chunk) if word.lower() in WORDS)


@cache
def _known():
    """(strings as they stand, patterns of those with placeholders) that have a Vietnamese word."""
    exact, patterns = set(), {}
    vietnamese = _vietnamese()
    for msgid in _msgids():
        if vietnamese.get(msgid, "") == msgid:
            continue
        for piece in TAG.split(msgid):
            part = " ".join(piece.split())
            bare = PLACEHOLDER.sub("", part)
            if len(LETTERS.findall(bare)) < LEAST or part in SAME_IN_VIETNAMESE:
                continue
            if PLACEHOLDER.search(part):
                words = [re.escape(word) for word in PLACEHOLDER.split(part)]
                patterns[part] = re.compile("(.+)".join(words))
            else:
                exact.add(part)
    return exact, tuple(patterns.values())


def _msgids():
    for package, language in LIBRARIES.items():
        folder = Path(package.__file__).parent
        for path in sorted(folder.glob(f"**/locale/{language}/LC_MESSAGES/*.po")):
            if "styleguide" in path.parts or "gis" in path.parts:
                continue
            for row in polib.pofile(str(path)):
                yield row.msgid
                if row.msgid_plural:
                    yield row.msgid_plural


def _vietnamese():
    """Every string that is the same in Vietnamese: msgid → msgstr, ours last."""
    found = {}
    places = [
        path
        for package in LIBRARIES
        for path in sorted(Path(package.__file__).parent.glob("**/locale/vi/LC_MESSAGES/*.po"))
    ]
    for path in (*places, *sorted(OURS.glob("*.po"))):
        for row in polib.pofile(str(path)):
            if words := row.msgstr or row.msgstr_plural.get(0, ""):
                found[row.msgid] = words
    return found
