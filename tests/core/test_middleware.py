"""What every answer has in common, whatever was asked."""

import re

import pytest
from django.test import Client
from wagtail.models import Site

from core import visibility
from tests.factories.accounts import UserFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory

CONTROL = ["/%00", "/%0d%0aSet-Cookie:x=1/", "/tin-tuc/%1b/", "/chu-de/a%09b/", "/%7f%01/"]


@pytest.mark.parametrize("path", CONTROL)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_a_path_with_control_characters_is_refused_before_anything_reads_it(
    client, django_assert_num_queries, db, path, method
):
    with django_assert_num_queries(0):
        answer = client.generic(method, path)
    assert answer.status_code == 400
    assert "Set-Cookie" not in answer.headers
    if method == "GET":
        assert '<html lang="vi">' in answer.content.decode()


@pytest.mark.parametrize("query", ["q=%00", "q=%ff%fe", "q=%ed%b3%bf", "%00=%00", "q=%u0000&&&=="])
def test_a_query_that_is_no_text_is_read_as_far_as_it_goes(client, home, query):
    for path in ("/tim-kiem/", "/tin-tuc/", "/menu/", "/khong-co/"):
        answer = client.generic("GET", path, QUERY_STRING=query)
        assert answer.status_code == (404 if path == "/khong-co/" else 200)


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/tim-kiem/?q=x", 200), ("/khong-co/", 404), ("/healthz", 200), ("/rss/", 200)],
)
def test_every_answer_carries_the_headers_that_protect_the_reader(client, home, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    policy = answer["Content-Security-Policy"]
    rules = ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"]
    for rule in [*rules, "frame-ancestors 'none'"]:
        assert rule in policy
    for weak in ("unsafe-inline", "unsafe-eval", "http:", "https:", "*", "data:"):
        assert weak not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert not answer.cookies


def test_the_admin_has_rules_of_its_own(client, home):
    client.force_login(UserFactory(is_superuser=True))
    answer = client.get("/admin/")
    assert answer.status_code == 200
    policy = answer["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "script-src 'self';" in f"{policy};"
    assert "unsafe-eval" not in policy
    assert "Content-Security-Policy-Report-Only" not in answer.headers
    assert answer["X-Frame-Options"] == "DENY"


def test_a_nonce_lets_wagtails_own_inline_scripts_run_and_no_other(client, home):
    page = ArticlePageFactory(parent=ColumnPageFactory())
    client.force_login(UserFactory(is_superuser=True))
    answers = [client.get(f"/admin/pages/{page.pk}/edit/") for _ in range(2)]
    nonces = []
    for answer in answers:
        (nonce,) = re.findall(r"'nonce-([^']+)'", answer["Content-Security-Policy"])
        inline = re.findall(r"<script((?:(?!src=|application/)[^>])*)>", answer.content.decode())
        assert len(inline) > 3
        assert {attributes.strip() for attributes in inline} == {f'nonce="{nonce}"'}
        nonces.append(nonce)
    assert nonces[0] != nonces[1]


def test_a_script_written_into_a_field_gets_no_nonce(client, home):
    page = ArticlePageFactory(parent=ColumnPageFactory(), title="<script>alert(1)</script>")
    client.force_login(UserFactory(is_superuser=True))
    text = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "alert(1)" in text
    assert not re.search(r"<script[^>]*>alert\(1\)", text)


def test_an_editor_sees_the_preview_inside_the_admin_and_nobody_else_frames_it(client, home):
    page = ArticlePageFactory(parent=ColumnPageFactory())
    client.force_login(UserFactory(is_superuser=True))
    answer = client.get(f"/admin/pages/{page.pk}/edit/preview/?mode=&in_preview_panel=true")
    assert answer.status_code == 200
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    answer = client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert page.title in answer.content.decode()
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["evil.example", "localhost:80@evil.example", "a b", ""])
def test_a_host_that_is_not_ours_gets_the_designed_400_and_is_not_repeated(home, host):
    answer = Client(raise_request_exception=False).get("/", headers={"host": host})
    text = answer.content.decode()
    if host:
        assert answer.status_code == 400
        assert '<html lang="vi">' in text
    assert "evil.example" not in text


@pytest.mark.parametrize("path", ["/tim-kiem/", "/rss/", "/menu/", "/healthz", "/chu-de/che/"])
def test_pages_that_only_show_take_nothing_in(client, home, path):
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.generic(method, path).status_code == 405


def test_a_form_without_its_token_is_refused_in_words_a_reader_understands(home):
    UserFactory(username="lan")
    answer = Client(enforce_csrf_checks=True).post("/tai-khoan/dang-nhap/", {"login": "lan"})
    text = answer.content.decode()
    assert answer.status_code == 403
    assert "Biểu mẫu này đã hết hạn" in text
    assert '<html lang="vi">' in text
    assert "CSRF" not in text


@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/tim-kiem/?q=x", "/rss/"])
def test_asking_for_the_head_alone_gives_the_same_headers_and_no_body(client, home, path):
    whole, head = client.get(path), client.head(path)
    assert head.status_code == whole.status_code
    assert head.content == b""
    assert head["Content-Type"] == whole["Content-Type"]


def test_an_address_without_its_final_slash_leads_to_the_one_with_it(client, home):
    answer = client.get("/tin-tuc?nam=2026")
    assert (answer.status_code, answer["Location"]) == (301, "/tin-tuc/?nam=2026")


def test_what_one_request_read_of_the_tree_is_not_kept_for_the_next(client, home):
    column = ColumnPageFactory()
    page = ArticlePageFactory(parent=column, title="Bài")
    assert client.get(page.url).status_code == 200
    type(column).objects.filter(pk=column.pk).update(live=False)
    assert "Bài</a>" not in client.get("/tin-tuc/").content.decode()
    assert visibility.is_closed(page.path)


def test_within_a_request_a_change_of_the_tree_is_seen_at_once(home):
    column = ColumnPageFactory()
    page = ArticlePageFactory(parent=column)
    with visibility.visibility_scope():
        assert not visibility.is_closed(page.path)
        column.unpublish()
        assert visibility.is_closed(page.path)
        column.save_revision().publish()
        assert not visibility.is_closed(page.path)


def test_an_empty_site_answers_with_designed_pages_everywhere(client, db):
    Site.objects.all().delete()
    for path, status in (("/", 404), ("/tim-kiem/", 200), ("/rss/", 200), ("/menu/", 200)):
        answer = client.get(path)
        assert answer.status_code == status, path
        assert '<html lang="vi">' in answer.content.decode()
