"""The steps: in order, with what was typed, without writing on GET."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_script_prefix, set_script_prefix

from submissions.drafts import cookie_path
from submissions.models import Draft, Submission, SubmissionFile
from tests.factories.events import EventPageFactory
from tests.factories.showcase import ProductPageFactory
from tests.factories.submissions import DraftFactory
from tests.soup import hrefs, texts, words
from tests.submissions.filling import FORM, SLOW, hidden, send, soup_of, walk

KINDS = ["don-vi", "san-pham", "gian-hang", "cau-chuyen", "sua-thong-tin"]


def errors(answer):
    """The links of the summary."""
    return {link["href"]: words(link) for link in soup_of(answer).select(".esum a")}


# --- where one begins -----------------------------------------------------------------------------
def test_the_page_offers_every_kind_as_a_link_that_needs_no_script(client, filling):
    soup = soup_of(client.get(filling.page.url))
    assert hrefs(soup, ".kinds li a") == [f"{FORM}{kind}/" for kind in KINDS]
    assert hrefs(soup, ".fold li a") == [f"{FORM}mau-giay/{kind}/" for kind in KINDS]
    assert soup.select_one(f"main a[href='{FORM}tra-cuu/']")
    assert soup.select_one("#du-lieu")
    coded = soup_of(client.get(f"{filling.page.url}?ma=abcd2345"))
    assert hrefs(coded, ".kinds li a")[0] == f"{FORM}don-vi/?ma=abcd2345"


@pytest.mark.parametrize("kind", KINDS)
def test_looking_at_a_form_writes_nothing_and_is_kept_by_nobody(client, filling, kind):
    first = client.get(f"{FORM}{kind}/", follow=True)
    assert first.redirect_chain == [(f"{FORM}{kind}/buoc-1/", 302)]
    assert first["Cache-Control"] == "no-store, private"
    assert first["X-Robots-Tag"].startswith("noindex")
    assert "nhap" not in client.cookies
    for number in (2, 3, 4):
        later = client.get(f"{FORM}{kind}/buoc-{number}/")
        if kind == "gian-hang" and number == 4:
            assert later.status_code == 404
        else:
            assert later["Location"] == f"{FORM}{kind}/buoc-1/"
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "path",
    [
        "khong-co/",
        "khong-co/buoc-1/",
        "san-pham/buoc-0/",
        "san-pham/buoc-5/",
        "khong-co/gui/",
        "mau-giay/khong-co/",
    ],
)
def test_there_is_no_other_form(client, filling, path):
    assert client.get(FORM + path).status_code == 404


def test_a_kind_without_pictures_has_three_steps_and_says_so(client, clock, filling):
    fair = EventPageFactory(event_kind="fair")
    first = f"{FORM}gian-hang/buoc-1/"
    page = client.get(f"{FORM}gian-hang/?trang={fair.pk}", follow=True)
    assert "Bước 1 trên 3." in words(soup_of(page).main)
    client.post(first, hidden(page) | filling.who(trang=fair.pk))
    clock.shift(SLOW)
    answer = client.post(
        f"{FORM}gian-hang/buoc-2/", {"title": "Miến dong", "unit_name": "Tổ Miến", "needs": ""}
    )
    assert answer["Location"] == f"{FORM}gian-hang/buoc-3/"
    last = client.get(answer["Location"])
    assert "Bước 3 trên 3." in words(soup_of(last).main)
    client.post(answer["Location"], hidden(last) | filling.agreed())
    assert Submission.objects.get().subject_id == fair.pk


# --- what it is about -----------------------------------------------------------------------------
def test_a_link_on_a_page_presets_what_it_is_about(client, filling):
    product = ProductPageFactory(parent=filling.startup, title="Miến sợi nhỏ")
    for page in (filling.startup, product):
        (link,) = [href for href in hrefs(soup_of(client.get(page.url))) if "sua-thong-tin" in href]
        form = soup_of(client.get(link, follow=True))
        assert form.select_one("#id_trang option[selected]")["value"] == str(page.pk)


def test_a_fair_to_come_offers_a_booth_and_one_that_is_over_does_not(client, clock, filling):
    fair = EventPageFactory(event_kind="fair")
    assert f"{FORM}gian-hang/?trang={fair.pk}" in client.get(fair.url).content.decode()
    clock.shift(400 * 24 * 3600)
    assert f"{FORM}gian-hang/" not in client.get(fair.url).content.decode()


def test_pages_ask_for_nothing_while_nothing_is_taken_in(client, filling):
    filling.page.closes_at = filling.page.first_published_at
    filling.page.save()
    assert "sua-thong-tin" not in client.get(filling.startup.url).content.decode()


@pytest.mark.parametrize("state", ["draft", "gone", "words", "huge", "other kind"])
def test_a_page_nobody_may_see_is_no_subject(client, filling, state):
    page = ProductPageFactory(parent=filling.startup, live=False, title="Còn giấu")
    key = {"draft": page.pk, "gone": 999_999, "words": "x' or 1", "huge": "9" * 30,
           "other kind": filling.page.pk}[state]  # fmt: skip
    for path in ("", "buoc-1/"):
        assert client.get(f"{FORM}sua-thong-tin/{path}?trang={key}").status_code == 404
    first = f"{FORM}sua-thong-tin/buoc-1/"
    answer = client.post(first, hidden(client.get(first)) | filling.who(trang=key))
    assert answer.status_code == 400
    assert "#id_trang" in errors(answer)
    assert "Còn giấu" not in answer.content.decode()
    assert not Draft.objects.exists()


def test_another_subject_drops_what_was_typed_about_the_first(client, clock, filling):
    product = ProductPageFactory(parent=filling.startup, title="Miến sợi nhỏ")
    first = f"{FORM}sua-thong-tin/buoc-1/"
    client.post(first, hidden(client.get(first)) | filling.who(trang=product.pk))
    client.post(f"{FORM}sua-thong-tin/buoc-2/", filling.what())
    client.post(first, filling.who(trang=filling.startup.pk))
    draft = Draft.objects.get()
    assert draft.subject_id == filling.startup.pk
    assert "2" not in draft.answers


# --- back and forth -------------------------------------------------------------------------------
def test_coming_back_shows_what_was_typed(client, clock, filling):
    who = filling.who("don-vi", zalo="0987654321")
    what = filling.what("don-vi", solution="Tráng tay\nphơi nắng")
    last, _data = walk(client, clock, filling, "don-vi", who=who, what=what)
    first = soup_of(client.get(f"{FORM}don-vi/buoc-1/"))
    assert first.select_one("#id_name")["value"] == "Nông Văn Dũng"
    assert first.select_one("#id_zalo")["value"] == "0987654321"
    assert first.select_one("details.fold").has_attr("open")
    second = soup_of(client.get(f"{FORM}don-vi/buoc-2/"))
    assert second.select_one("#id_solution").text.strip() == "Tráng tay\nphơi nắng"
    assert second.select_one("input[name=sectors][checked]")["value"] == str(filling.sector.pk)
    assert not second.select_one("details.fold").has_attr("open")
    assert not second.select(".esum, .emsg")
    assert client.get(last).status_code == 200


def test_a_step_that_is_wrong_again_is_where_a_later_one_leads(client, clock, filling):
    last, _data = walk(client, clock, filling)
    assert client.post(f"{FORM}san-pham/buoc-2/", filling.what(title="")).status_code == 400
    answer = client.get(last)
    assert answer["Location"] == f"{FORM}san-pham/buoc-2/"
    assert "#id_title" in errors(client.get(answer["Location"]))
    assert client.post(last, filling.agreed())["Location"] == f"{FORM}san-pham/buoc-2/"
    assert not Submission.objects.exists()


def test_the_cookie_is_for_this_form_alone_and_the_database_knows_no_key(
    client, clock, filling, settings
):
    settings.SESSION_COOKIE_SECURE = True
    first = f"{FORM}san-pham/buoc-1/"
    answer = client.post(first, hidden(client.get(first)) | filling.who())
    cookie = answer.cookies["nhap"]
    assert (cookie["path"], cookie["samesite"]) == (f"{FORM}san-pham/", "Lax")
    assert cookie["httponly"]
    assert cookie["secure"]
    assert cookie["max-age"] == 24 * 3600
    assert len(cookie.value) >= 22
    draft = Draft.objects.get()
    assert cookie.value not in f"{draft.digest}{draft.answers}"


def test_a_draft_is_thrown_away_with_its_pictures(client, clock, filling, picture_file):
    walk(client, clock, filling)
    client.post(f"{FORM}san-pham/buoc-3/", {"pictures": picture_file(), "act": "add"})
    assert SubmissionFile.objects.count() == 1
    answer = client.post(f"{FORM}san-pham/bo/")
    assert answer["Location"] == filling.page.url
    assert not Draft.objects.exists()
    assert not SubmissionFile.objects.exists()
    assert client.get(f"{FORM}san-pham/bo/").status_code == 405


# --- closed ---------------------------------------------------------------------------------------
def test_nothing_is_taken_while_the_page_is_closed(client, clock, filling):
    last, data = walk(client, clock, filling)
    filling.page.closes_at = filling.page.first_published_at
    filling.page.closed_message = "Mở lại sau Tết."
    filling.page.save()
    one = f"{FORM}san-pham/gui/"
    everything = data | filling.who() | filling.what() | filling.agreed()
    for answer in (client.get(last), client.post(last, everything), client.post(one, everything),
                   client.get(f"{FORM}san-pham/")):  # fmt: skip
        assert answer.status_code == 403
        assert "Mở lại sau Tết." in words(soup_of(answer).main)
    assert not Submission.objects.exists()
    assert client.get(f"{FORM}tra-cuu/").status_code == 200


def test_there_is_no_form_without_a_visible_page(client, clock, filling):
    last, data = walk(client, clock, filling)
    filling.page.unpublish()
    assert client.get(last).status_code == 404
    assert client.post(last, data | filling.agreed()).status_code == 404
    assert client.get(f"{FORM}mau-giay/don-vi/").status_code == 404


# --- pictures -------------------------------------------------------------------------------------
def test_a_refused_file_is_named_and_the_others_stay(client, clock, filling, picture_file):
    walk(client, clock, filling)
    bad = SimpleUploadedFile("Nhật ký.jpg", b"<?php echo 1;", "image/jpeg")
    address = f"{FORM}san-pham/buoc-3/"
    answer = client.post(address, {"pictures": [picture_file(), bad], "act": "next"})
    assert answer.status_code == 400
    (line,) = texts(soup_of(answer), ".esum li")
    assert line.startswith("Nhật ký.jpg: Không nhận ra ảnh.")
    assert len(soup_of(answer).select(".ph [name^=alt-]")) == 1
    assert SubmissionFile.objects.count() == 1


def test_another_picture_is_made_the_cover(client, clock, filling, picture_file):
    walk(client, clock, filling)
    address = f"{FORM}san-pham/buoc-3/"
    shots = [picture_file(colour=(n, n, n), name=f"{n}.jpg") for n in (10, 90, 170)]
    client.post(address, {"pictures": shots, "act": "add"})
    last = SubmissionFile.objects.last()
    assert client.post(address, {"act": f"cover-{last.pk}"})["Location"] == address
    shown = soup_of(client.get(address))
    assert texts(shown, ".ph .fname") == ["170.jpg", "10.jpg", "90.jpg"]
    client.post(address, {"act": "next", **answered(*SubmissionFile.objects.all())})
    end = f"{FORM}san-pham/buoc-4/"
    client.post(end, hidden(client.get(end)) | filling.agreed())
    assert [file.name for file in Submission.objects.get().files.all()] == [
        "170.jpg", "10.jpg", "90.jpg",
    ]  # fmt: skip


def test_a_picture_is_taken_out(client, clock, filling, picture_file):
    walk(client, clock, filling)
    address = f"{FORM}san-pham/buoc-3/"
    shots = [picture_file(colour=(n, n, n), name=f"{n}.jpg") for n in (10, 90)]
    client.post(address, {"pictures": shots, "act": "add"})
    client.post(address, {"act": f"remove-{SubmissionFile.objects.first().pk}"})
    assert [file.name for file in SubmissionFile.objects.all()] == ["90.jpg"]


@pytest.mark.parametrize("act", ["remove-", "remove-x", "cover-999999999999999999999", "", "zz-1"])
def test_a_button_nobody_drew_does_nothing(client, clock, filling, picture_file, act):
    walk(client, clock, filling)
    address = f"{FORM}san-pham/buoc-3/"
    client.post(address, {"pictures": picture_file(), "act": "add"})
    assert client.post(address, {"act": act}).status_code == 302
    assert SubmissionFile.objects.count() == 1


def answered(*files, face="0"):
    """The question of faces, of each picture."""
    return {f"person-{file.pk}": face for file in files}


def test_new_pictures_are_shown_before_it_goes_on(client, clock, filling, picture_file):
    """Without a script “Tiếp tục” sends them; nobody has said a word of them yet."""
    walk(client, clock, filling)
    address = f"{FORM}san-pham/buoc-3/"
    shots = [picture_file(colour=(n, n, n), name=f"{n}.jpg") for n in (10, 90)]
    answer = client.post(address, {"pictures": shots, "act": "next"}, follow=True)
    assert answer.redirect_chain == [(f"{address}?nhan=2", 302)]
    soup = soup_of(answer)
    assert "Đã nhận 2 ảnh" in words(soup.select_one("[role=status].okl"))
    assert len(soup.select(".phs [name^=alt-]")) == 2
    assert not soup.select(".phs [type=radio][checked]")
    for wild in ("?nhan=x", "?nhan=-1", "?nhan=99999", "?nhan=²"):
        assert not soup_of(client.get(address + wild)).select(".okl")


def test_whether_faces_can_be_made_out_is_answered_before_it_goes_on(
    client, clock, filling, picture_file
):
    last, data = walk(client, clock, filling)
    address = f"{FORM}san-pham/buoc-3/"
    shots = [picture_file(colour=(n, n, n), name=f"{n}.jpg") for n in (10, 90)]
    client.post(address, {"pictures": shots, "act": "add"})
    one, two = SubmissionFile.objects.all()
    assert (one.has_person, two.has_person) == (None, None)
    assert client.get(last)["Location"] == address
    assert client.post(last, data | filling.agreed())["Location"] == address
    half = {"act": "next", f"alt-{two.pk}": "Bó miến", **answered(one, face="1")}
    answer = client.post(address, half)
    assert answer.status_code == 400
    assert list(errors(answer)) == [f"#person-{two.pk}"]
    soup = soup_of(answer)
    assert soup.select_one(f"#person-{two.pk} .emsg")
    assert not soup.select_one(f"#person-{one.pk} .emsg")
    assert soup.select_one(f"[name=alt-{two.pk}]")["value"] == "Bó miến"
    for wild in ("on", "", "2"):
        client.post(address, {"act": "next", **answered(two, face=wild)})
        assert SubmissionFile.objects.get(pk=two.pk).has_person is None
    assert client.post(address, {"act": "next", **answered(two)})["Location"] == last
    faces = [file.has_person for file in SubmissionFile.objects.all()]
    assert faces == [True, False]


# --- in numbers -----------------------------------------------------------------------------------
def test_a_step_asks_the_database_no_more_for_a_large_showcase(
    client, clock, filling, django_assert_max_num_queries
):
    DraftFactory.create_batch(5)
    walk(client, clock, filling)
    ProductPageFactory.create_batch(20, parent=filling.startup)
    for number in (1, 2, 3, 4):
        with django_assert_max_num_queries(40):
            client.get(f"{FORM}san-pham/buoc-{number}/")


def test_the_whole_way_of_each_kind_ends_in_a_submission(client, clock, filling):
    send(client, clock, filling, kind="don-vi")
    story = {"title": "Miến ra phố", "asked": "co", "challenge": "", "approach": "Tráng tay.",
             "result": "", "startup": ""}  # fmt: skip
    send(client, clock, filling, kind="cau-chuyen", who=filling.who(about="Chị Mai"), what=story)
    unit = {"title": "Tổ Miến", "about": "Làm miến.", "legal_form": "household", "stage": "",
            "neighbourhood": "", "tax_code": "", "founded_year": "2021", "website": ""}  # fmt: skip
    send(client, clock, filling, kind="sua-thong-tin", what=unit)
    sent = {row.kind: row for row in Submission.objects.select_related("sender")}
    assert set(sent) == {"don-vi", "cau-chuyen", "sua-thong-tin"}
    assert sent["don-vi"].payload["about"] == "Làm miến dong."
    assert sent["don-vi"].payload["unit_name"] == "Tổ Miến"
    assert sent["cau-chuyen"].sender.about == "Chị Mai"
    assert "about" not in sent["cau-chuyen"].payload
    assert sent["sua-thong-tin"].payload["founded_year"] == 2021
    assert sent["sua-thong-tin"].title == "Sửa: Tổ hợp tác Miến Nước Trong"


def test_below_the_path_of_a_portal_the_cookie_stays_with_its_form(home):
    before = get_script_prefix()
    set_script_prefix("/doi-moi/")
    try:
        assert cookie_path("don-vi") == "/doi-moi/gui-gioi-thieu/don-vi/"
    finally:
        set_script_prefix(before)
