"""A reader's say: one tap, a sentence, a count; nothing of the reader is kept."""

import pytest
from django.core.cache import cache
from django.test import Client

from feedback.models import PageDay, Remark
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.soup import read, words

PERSON = {"user-agent": "Mozilla/5.0 (Linux; Android 14)", "sec-fetch-site": "same-origin"}


@pytest.fixture
def article(home):
    cache.clear()
    return ArticlePageFactory(parent=ColumnPageFactory(), title="Miến dong")


def figures(page):
    row = PageDay.objects.filter(page=page).first()
    return (row.views, row.useful, row.useless) if row else (0, 0, 0)


def test_a_tap_counts_leads_to_thanks_and_leaves_no_cookie(client, article):
    soup = read(client, article.url)
    form = soup.select_one("form[data-rate]")
    assert words(soup.select_one("#co-ich")) == "Bài này có ích không?"
    answer = client.post(form["action"], {"useful": "1"}, headers=PERSON)
    assert answer.status_code == 303 or answer.status_code == 302
    assert not answer.cookies
    assert figures(article) == (0, 1, 0)
    thanks = client.get(answer["Location"])
    assert "noindex" in thanks.content.decode()
    assert not thanks.cookies
    assert article.url in thanks.content.decode()


def test_a_script_gets_no_page_back(client, article):
    headers = {**PERSON, "x-requested-with": "fetch"}
    answer = client.post(f"/y-kien/{article.pk}/", {"useful": "0"}, headers=headers)
    assert answer.status_code == 204
    assert figures(article) == (0, 0, 1)


def test_the_same_place_counts_three_times_an_hour_and_is_thanked_all_the_same(client, article):
    for _ in range(5):
        answer = client.post(f"/y-kien/{article.pk}/", {"useful": "1"}, headers=PERSON)
        assert answer.status_code == 302
    assert figures(article) == (0, 3, 0)
    other = client.post(
        f"/y-kien/{article.pk}/", {"useful": "1"}, headers=PERSON, REMOTE_ADDR="203.0.113.9"
    )
    assert other.status_code == 302
    assert figures(article) == (0, 4, 0)


def test_a_sentence_over_the_limit_is_refused_in_words_and_not_lost(client, article):
    path = f"/y-kien/{article.pk}/loi-nhan/"
    for number in range(3):
        assert client.post(path, {"text": f"Lời {number}"}, headers=PERSON).status_code == 302
    answer = client.post(path, {"text": "Lời thứ tư & dài"}, headers=PERSON)
    assert answer.status_code == 429
    assert answer["Retry-After"] == "3600"
    assert "Lời thứ tư &amp; dài</textarea>" in answer.content.decode()
    by_script = {**PERSON, "x-requested-with": "fetch"}
    assert client.post(path, {"text": "Nữa"}, headers=by_script).status_code == 429
    assert Remark.objects.count() == 3


def test_a_flood_from_a_thousand_places_stops_at_the_page_s_limit(client, article):
    for number in range(320):
        address = f"198.51.{number // 250}.{number % 250 + 1}"
        client.post(f"/y-kien/{article.pk}/", {"useful": "0"}, headers=PERSON, REMOTE_ADDR=address)
    assert figures(article) == (0, 0, 300)


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"referer": "https://evil.example/x"},
    ],
)
def test_other_sites_cannot_vote(client, article, headers):
    for path in (f"/y-kien/{article.pk}/", f"/y-kien/{article.pk}/loi-nhan/"):
        answer = client.post(path, {"useful": "1", "text": "x"}, headers=headers)
        assert answer.status_code == 403
    assert figures(article) == (0, 0, 0)
    assert not Remark.objects.exists()


def test_a_sentence_is_kept_clean_with_its_day_and_shown_to_nobody_outside(client, article):
    typed = "Cho xin\x1f thêm <script>giá</script> giống" + "á" * 600
    client.post(f"/y-kien/{article.pk}/loi-nhan/", {"text": typed, "useful": "0"}, headers=PERSON)
    remark = Remark.objects.get()
    assert remark.text.startswith("Cho xin thêm <script>")
    assert len(remark.text) == 500
    assert remark.useful is False
    assert "Cho xin thêm" not in client.get(article.url).content.decode()


@pytest.mark.parametrize(
    "data", [{"text": " \u200b "}, {"text": "Mua đi", "website": "x.example"}, {}]
)
def test_empty_words_and_programs_leave_nothing(client, article, data):
    answer = client.post(f"/y-kien/{article.pk}/loi-nhan/", data, headers=PERSON)
    assert answer.status_code == 302
    assert not Remark.objects.exists()


def test_a_reading_counts_for_people_and_not_for_programs(client, article):
    address = read(client, article.url).select_one("form[data-rate]")["data-count"]
    assert client.post(address, headers=PERSON).status_code == 204
    for agent in ("Googlebot/2.1", "curl/8", "facebookexternalhit/1.1", "python-requests/2"):
        client.post(address, headers={**PERSON, "user-agent": agent})
    client.post(address, headers={"sec-fetch-site": "cross-site"})
    client.post(address, headers={"user-agent": "Mozilla/5.0"})  # says nothing of where it runs
    assert figures(article) == (1, 0, 0)


def test_what_is_not_visible_takes_no_say(client, article):
    article.unpublish()
    assert client.post(f"/y-kien/{article.pk}/", {"useful": "1"}, headers=PERSON).status_code == 404
    assert client.get(f"/y-kien/{article.pk}/cam-on/").status_code == 404
    assert client.post(f"/dem/{article.pk}/", headers=PERSON).status_code == 204
    assert figures(article) == (0, 0, 0)


@pytest.mark.parametrize(
    "path", ["/y-kien/99999999999999999999/", "/y-kien/0/", "/y-kien/1/?useful=1"]
)
def test_an_address_of_nothing_is_a_404_by_post_and_never_a_fault(client, article, path):
    assert client.post(path, {"useful": "\x00"}, headers=PERSON).status_code == 404


def test_a_get_changes_nothing(client, article):
    for path in (
        f"/y-kien/{article.pk}/",
        f"/dem/{article.pk}/",
        f"/y-kien/{article.pk}/loi-nhan/",
    ):
        assert client.get(path).status_code == 405


def test_a_form_without_csrf_cookie_is_taken(article):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(f"/y-kien/{article.pk}/", {"useful": "1"}, headers=PERSON)
    assert answer.status_code == 302
    assert figures(article) == (0, 1, 0)
