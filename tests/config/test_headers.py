"""Every kind of answer, under the settings of production, by the rules of MDN's Observatory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from library.models import LegalFile
from tests.config.observatory import RULES, policy_of, strict_transport
from tests.factories.accounts import UserFactory
from tests.factories.library import DocumentFactory, LegalDocumentPageFactory, make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory

ROOT = Path(__file__).resolve().parents[2]
HOST = "testserver"
NAMES = [
    "SECURE_SSL_REDIRECT",
    "SECURE_REDIRECT_EXEMPT",
    "SECURE_PROXY_SSL_HEADER",
    "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SECURE_HSTS_PRELOAD",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SESSION_COOKIE_NAME",
    "CSRF_COOKIE_NAME",
    "SESSION_COOKIE_HTTPONLY",
    "CSRF_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE",
    "CSRF_COOKIE_SAMESITE",
    "SECURE_REFERRER_POLICY",
    "X_FRAME_OPTIONS",
    "SECURE_CONTENT_TYPE_NOSNIFF",
    "SECURE_CROSS_ORIGIN_OPENER_POLICY",
    "SILENCED_SYSTEM_CHECKS",
]
SAMPLE = {
    "home": 200,
    "list": 200,
    "article": 200,
    "search": 200,
    "feed": 200,
    "sitemap": 200,
    "robots": 200,
    "document": 200,
    "picture": 200,
    "cover": 200,
    "static": 200,
    "health": 200,
    "without slash": 301,
    "into the admin": 302,
    "sign in": 200,
    "bad request": 400,
    "foreign host": 400,
    "not found": 404,
    "media not found": 404,
    "gone": 410,
    "private": 404,
    "private, shared": 404,
    "fault": 500,
}
# Wagtail sends a document under a policy of its own, which allows nothing at all.
OF_WAGTAIL = {"document"}


def production(**env):
    """The settings of production that make headers, read in a process of its own."""
    code = (
        "import json; from django.conf import settings;"
        f"print(json.dumps({{n: getattr(settings, n) for n in {NAMES!r}}}))"
    )
    base = {"SECRET_KEY": "s" * 60, "ALLOWED_HOSTS": HOST, "DJANGO_ENV": "production"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={
            **os.environ,
            **base,
            **env,
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def strict():
    return production()


@pytest.fixture
def public(settings, strict):
    """A client at a server with the settings of production, behind TLS."""
    for name, value in strict.items():
        setattr(settings, name, tuple(value) if name == "SECURE_PROXY_SSL_HEADER" else value)
    return Client(raise_request_exception=False, headers={"x-forwarded-proto": "https"})


@pytest.fixture
def addresses(home):
    """An address for each name of SAMPLE."""
    column = ColumnPageFactory()
    gone = ArticlePageFactory(parent=column)
    type(gone).objects.filter(pk=gone.pk).update(withdrawn_at=timezone.now())
    picture = make_image().get_rendition("width-320|format-webp")
    document = DocumentFactory()
    legal = LegalDocumentPageFactory()
    legal.files.add(LegalFile(document=document))
    legal.save()
    return {
        "home": "/",
        "list": "/tin-tuc/",
        "article": ArticlePageFactory(parent=column).url,
        "search": "/tim-kiem/?q=x",
        "feed": "/rss/",
        "sitemap": "/sitemap.xml",
        "robots": "/robots.txt",
        "document": document.url,
        "picture": picture.url,
        "cover": "/hoa-tiet/news/wide/0123abcd.svg",
        "static": "/static/css/site.css",
        "health": "/healthz",
        "without slash": "/tin-tuc",
        "into the admin": "/admin/",
        "sign in": "/tai-khoan/dang-nhap/",
        "bad request": "/%00",
        "foreign host": "/",
        "not found": "/khong-co/",
        "media not found": "/media/original_images/x.jpg",
        "gone": gone.url,
        "private": "/duyet/khong-phai-cua-ai-0123456789/",
        "private, shared": "/xem-nhap/khong-phai-cua-ai-0123456789/",
        "fault": "/suc-khoe/",
    }


@pytest.fixture
def ask(public, addresses, monkeypatch):
    """A function that asks for an address by its name in SAMPLE."""

    def fail():
        raise RuntimeError("the fault of the sample")

    monkeypatch.setattr("home.views.is_well", fail)

    def get(name, **headers):
        if name == "foreign host":
            headers["host"] = "evil.example"
        return public.get(addresses[name], headers=headers)

    return get


def check(answer, but=()):
    """Hold an answer to every rule."""
    for rule in RULES:
        if rule.__name__ not in but:
            rule(answer)


@pytest.mark.parametrize(("name", "status"), SAMPLE.items())
def test_each_kind_of_answer_passes_every_rule_of_the_observatory(ask, name, status):
    answer = ask(name)
    assert answer.status_code == status
    check(answer, but=("csp", "framing") if name in OF_WAGTAIL else ())


def test_a_document_may_do_nothing_where_it_is_shown(ask):
    answer = ask("document")
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("name", SAMPLE)
def test_each_kind_of_answer_switches_off_what_the_site_does_not_use(ask, name):
    rules = ask(name)["Permissions-Policy"].split(", ")
    assert {"camera=()", "microphone=()", "geolocation=()", "payment=()", "usb=()"} <= set(rules)
    assert "browsing-topics=()" in rules
    assert len(rules) == len({rule.partition("=")[0] for rule in rules})


@pytest.mark.parametrize("name", SAMPLE)
def test_each_kind_of_answer_keeps_other_windows_out(ask, name):
    assert ask(name)["Cross-Origin-Opener-Policy"] == "same-origin"


def test_x_10_public_pages_allow_nothing_inline_and_nothing_foreign(ask):
    for name in ("home", "article", "search", "not found", "private", "gone", "fault"):
        policy = policy_of(ask(name))
        assert policy["default-src"] == {"'none'"}
        assert policy["frame-ancestors"] == {"'none'"}
        assert set().union(*policy.values()) == {"'self'", "'none'"}


def test_what_partners_show_may_be_loaded_by_them_and_pages_may_not(ask):
    for name in ("picture", "document", "cover", "static"):
        assert ask(name)["Cross-Origin-Resource-Policy"] == "cross-origin"
    for name in ("home", "article", "sign in", "private"):
        assert ask(name)["Cross-Origin-Resource-Policy"] == "same-origin"


def test_private_pages_tell_nobody_where_the_reader_came_from(ask):
    for name in ("private", "private, shared"):
        assert ask(name)["Referrer-Policy"] == "no-referrer"
        assert "no-store" in ask(name)["Cache-Control"]


def test_an_unchanged_file_is_answered_with_the_same_headers(ask):
    whole = ask("static")
    same = ask("static", **{"if-modified-since": whole["Last-Modified"]})
    assert same.status_code == 304
    for name in ("Strict-Transport-Security", "X-Content-Type-Options", "Permissions-Policy"):
        assert same[name] == whole[name]


@pytest.mark.parametrize(
    "path", ["/", "/tin-tuc/?nam=2026", "/admin/login/", "/static/css/site.css"]
)
def test_plain_http_leads_to_https_on_the_same_host_at_once(settings, strict, home, path):
    for name in ("SECURE_SSL_REDIRECT", "SECURE_REDIRECT_EXEMPT"):
        setattr(settings, name, strict[name])
    answer = Client().get(path)
    assert (answer.status_code, answer["Location"]) == (301, f"https://{HOST}{path}")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_machine_itself_may_ask_for_its_health_without_tls(settings, strict, home):
    for name in ("SECURE_SSL_REDIRECT", "SECURE_REDIRECT_EXEMPT"):
        setattr(settings, name, strict[name])
    assert Client().get("/healthz").status_code == 200


def test_a_scheme_is_believed_of_the_proxy_only_by_its_one_header(settings, strict, home):
    for name in ("SECURE_SSL_REDIRECT", "SECURE_REDIRECT_EXEMPT"):
        setattr(settings, name, strict[name])
    for header in ("x-forwarded-protocol", "x-url-scheme", "front-end-https"):
        assert Client(headers={header: "https"}).get("/").status_code == 301


def test_signing_in_sets_cookies_bound_to_this_host(public, home):
    user = UserFactory(is_superuser=True)
    user.set_password("mat-khau-cua-nguoi-thu")
    user.save()
    form = public.get("/tai-khoan/dang-nhap/")
    assert "__Host-csrftoken" in form.cookies
    public.force_login(user)
    assert "__Host-sessionid" in public.cookies
    answer = public.get("/admin/")
    assert answer.status_code == 200
    check(answer)


def test_readers_get_no_cookie_at_all(ask):
    for name in SAMPLE:
        if name != "sign in":
            assert not ask(name).cookies, name


def test_below_a_path_the_host_is_another_ones():
    below = production(SITE_PREFIX="/doi-moi")
    assert below["SESSION_COOKIE_NAME"] == "__Secure-sessionid"
    assert below["CSRF_COOKIE_NAME"] == "__Secure-csrftoken"
    assert not below["SECURE_HSTS_INCLUDE_SUBDOMAINS"]
    assert not below["SECURE_HSTS_PRELOAD"]


def test_without_production_nobody_is_bound_to_https(client, home):
    assert "Strict-Transport-Security" not in client.get("/", secure=True).headers


def test_the_rules_find_what_is_wrong(ask):
    """The rules themselves: a worse answer must not pass."""
    answer = ask("sign in")
    answer["Strict-Transport-Security"] = "max-age=3600"
    with pytest.raises(AssertionError):
        strict_transport(answer)
    for header, bad in [
        ("Content-Security-Policy", "default-src 'self'; script-src 'self' 'unsafe-inline'"),
        ("Referrer-Policy", "unsafe-url"),
        ("X-Content-Type-Options", "sniff"),
        ("X-Frame-Options", "ALLOWALL"),
        ("Cross-Origin-Resource-Policy", "anybody"),
        ("Access-Control-Allow-Origin", "https://evil.example"),
    ]:
        worse = ask("sign in")
        worse[header] = bad
        with pytest.raises(AssertionError):
            check(worse)
    worse = ask("sign in")
    worse.cookies["csrftoken"] = "x"
    with pytest.raises(AssertionError):
        check(worse)
