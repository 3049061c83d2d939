"""The rules of MDN's HTTP Observatory (its tests of version 1.4), for one answer each.

Written anew from what its tests look at; each rule gives what is wrong, or nothing.
"""

import re

from bs4 import BeautifulSoup

BROAD = {"*", "http:", "https:", "ftp:", "http://*", "https://*"}
GOOD_REFERRER = {
    "no-referrer",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
}
HALF_A_YEAR, A_YEAR = 15_768_000, 31_536_000


def policy_of(answer):
    """Directives of the content security policy, by name."""
    parts = [part.split() for part in answer["Content-Security-Policy"].split(";") if part.strip()]
    names = [part[0] for part in parts]
    assert len(names) == len(set(names)), "a directive stands twice"
    return {part[0]: set(part[1:]) for part in parts}


def csp(answer):
    policy = policy_of(answer)
    script = policy.get("script-src", policy.get("default-src", {"*"}))
    style = policy.get("style-src", policy.get("default-src", {"*"}))
    objects = policy.get("object-src", policy.get("default-src", {"*"}))
    every = set().union(*policy.values())
    assert not script & (BROAD | {"'unsafe-inline'", "'unsafe-eval'", "data:"})
    assert not style & (BROAD | {"'unsafe-eval'", "data:"})
    assert not objects & BROAD
    assert not any(source.startswith(("http:", "ftp:")) for source in every)
    assert not policy.get("base-uri", {"*"}) & (BROAD | {"'unsafe-inline'", "data:"})
    assert not policy.get("form-action", {"*"}) & BROAD
    assert not policy.get("frame-ancestors", {"*"}) & BROAD


def cookies(answer):
    for cookie in answer.cookies.values():
        assert cookie["secure"], cookie.key
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] in ("Lax", "Strict"), cookie.key
        assert cookie.key.startswith(("__Host-", "__Secure-")), cookie.key
        if cookie.key.startswith("__Host-"):
            assert (cookie["path"], cookie["domain"]) == ("/", ""), cookie.key


def cross_origin_sharing(answer):
    allowed = answer.headers.get("Access-Control-Allow-Origin")
    assert allowed in (None, "*")
    assert "Access-Control-Allow-Credentials" not in answer.headers


def referrer(answer):
    last = answer["Referrer-Policy"].split(",")[-1].strip()
    assert last in GOOD_REFERRER


def strict_transport(answer):
    value = answer["Strict-Transport-Security"].lower()
    age = int(re.search(r"max-age=(\d+)", value)[1])
    assert age >= HALF_A_YEAR
    # What the list of preloaded hosts asks for.
    assert age >= A_YEAR
    assert "includesubdomains" in value
    assert "preload" in value


def own_scripts(answer):
    if not answer.headers.get("Content-Type", "").startswith("text/html") or answer.streaming:
        return
    for script in BeautifulSoup(answer.content, "html.parser").find_all("script", src=True):
        source = script["src"]
        own = source.startswith("/") and not source.startswith("//")
        assert own, source


def no_sniffing(answer):
    assert answer["X-Content-Type-Options"].lower() == "nosniff"


def framing(answer):
    assert answer["X-Frame-Options"] in ("DENY", "SAMEORIGIN")
    assert policy_of(answer).get("frame-ancestors") in ({"'none'"}, {"'self'"})


def resource_policy(answer):
    assert answer["Cross-Origin-Resource-Policy"] in ("same-origin", "same-site", "cross-origin")


RULES = [
    csp,
    cookies,
    cross_origin_sharing,
    referrer,
    strict_transport,
    own_scripts,
    no_sniffing,
    framing,
    resource_policy,
]
