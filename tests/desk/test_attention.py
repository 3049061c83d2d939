"""What needs an eye."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from backups.status import LastBackup, remember, remember_failure
from core.models import BasePage
from desk import links
from desk.attention import find, pages_for
from desk.models import BrokenLink
from events.models.event import EventStatus
from library.models.legal import Effect
from mailing.models import OutgoingMail
from tests.factories.events import EventPageFactory
from tests.factories.library import LegalDocumentPageFactory, make_image
from tests.factories.news import ArticlePageFactory
from tests.factories.showcase import StartupPageFactory
from tests.factories.workflow import browser, fresh
from workflow.models import DueJob
from workflow.services import publish_by_system


def found(key):
    return [page.title for page in find(key).pages().order_by("pk")]


def lines(user):
    soup = BeautifulSoup(browser(user).get(reverse("wagtailadmin_home")).content, "html.parser")
    items = soup.select("#desk-attention-section li")
    return {" ".join(item.get_text().split()): "bad" in item.get("class", []) for item in items}


@pytest.fixture
def at_rest(house):
    """The clock has just run."""
    DueJob.objects.create(name="mail", started_at=timezone.now(), finished_at=timezone.now())
    return house


# --- the watches ------------------------------------------------------------------------------
def test_a_lead_picture_without_words_is_watched_until_it_has_some_or_is_decoration(house):
    image = make_image(alt="")
    silent = ArticlePageFactory(parent=house.column, title="Không lời", lead_image=image)
    ArticlePageFactory(parent=house.column, lead_image=image, lead_alt="Giàn miến")
    ArticlePageFactory(parent=house.column, lead_image=image, lead_decorative=True)
    ArticlePageFactory(parent=house.column, lead_image=make_image(alt="Chợ"))
    ArticlePageFactory(parent=house.column, lead_image=image, live=False)
    assert found("anh-thieu-mo-ta") == ["Không lời"]
    silent.lead_alt = "Giàn miến"
    silent.save()
    assert found("anh-thieu-mo-ta") == []


def link(page, target, kind="paragraph"):
    value = f'<p><a linktype="page" id="{target}">xem</a></p>'
    if kind == "related_pages":
        value = {"title": "", "pages": [target]}
    page.body = page.body.stream_block.to_python([{"type": kind, "value": value}])
    page.save()


def test_links_to_drafts_and_to_what_is_gone_are_watched_and_lists_are_not(house):
    draft = ArticlePageFactory(parent=house.column, live=False)
    gone = ArticlePageFactory(parent=house.column)
    fine = ArticlePageFactory(parent=house.column)
    pages = [
        ArticlePageFactory(parent=house.column, title=title)
        for title in ("Dẫn bài nháp", "Dẫn bài đã xóa", "Dẫn bài đang đăng", "Danh sách")
    ]
    for page, target in zip(pages, (draft, gone, fine), strict=False):
        link(page, target.pk)
    link(pages[3], draft.pk, kind="related_pages")
    gone.delete()
    links.scan()
    assert found("lien-ket-hong") == ["Dẫn bài nháp", "Dẫn bài đã xóa"]


def test_a_mended_link_is_forgotten_when_the_page_is_published_and_a_new_one_is_found(house):
    target = ArticlePageFactory(parent=house.column)
    page = ArticlePageFactory(parent=house.column, title="Bài có liên kết")
    link(page, target.pk)
    target.delete()
    publish_by_system(page=fresh(page), user=house.author, cause="thử")
    assert found("lien-ket-hong") == ["Bài có liên kết"]
    link(page, house.column.pk)
    publish_by_system(page=fresh(page), user=house.author, cause="thử")
    assert found("lien-ket-hong") == []
    assert not BrokenLink.objects.exists()


def test_links_to_deleted_files_are_found_and_what_is_not_public_is_not_looked_at(house):
    html = '<p><a linktype="document" id="999999">mẫu đơn</a></p>'
    for live in (True, False):
        page = ArticlePageFactory(parent=house.column, title=f"Mẫu đơn {live}", live=live)
        page.body = page.body.stream_block.to_python([{"type": "paragraph", "value": html}])
        page.save()
    links.scan()
    links.scan()
    assert found("lien-ket-hong") == ["Mẫu đơn True"]


def test_items_that_cite_a_document_no_longer_in_force_are_watched(house):
    old = LegalDocumentPageFactory(number="42/2022/NĐ-CP", effect=Effect.EXPIRED)
    new = LegalDocumentPageFactory(number="224/2026/NĐ-CP", effect=Effect.IN_FORCE)
    for title, document in (("Dẫn văn bản cũ", old), ("Dẫn văn bản mới", new)):
        page = ArticlePageFactory(parent=house.column, title=title)
        page.legal_references = [document]
        page.save()
    linked = ArticlePageFactory(parent=house.column, title="Liên kết tới văn bản cũ")
    link(linked, old.pk)
    assert found("van-ban-het-hieu-luc") == ["Dẫn văn bản cũ", "Liên kết tới văn bản cũ"]


def test_a_document_past_its_last_day_and_still_called_in_force_is_watched(house):
    yesterday = timezone.localdate() - timedelta(days=1)
    LegalDocumentPageFactory(title="Qua ngày", effect=Effect.IN_FORCE, effective_until=yesterday)
    LegalDocumentPageFactory(effect=Effect.EXPIRED, effective_until=yesterday)
    LegalDocumentPageFactory(effect=Effect.IN_FORCE)
    assert found("van-ban-qua-ngay") == ["Qua ngày"]


def test_a_startup_whose_word_is_older_than_a_year_is_watched(house):
    today = timezone.localdate()
    StartupPageFactory(title="Lâu rồi", last_confirmed_on=today - timedelta(days=370))
    StartupPageFactory(title="Vừa hỏi", last_confirmed_on=today - timedelta(days=300))
    StartupPageFactory(title="Mới đăng")
    silent = StartupPageFactory(title="Chưa hỏi bao giờ")
    old = timezone.now() - timedelta(days=400)
    type(silent).objects.filter(pk=silent.pk).update(first_published_at=old)
    assert found("don-vi-can-xac-nhan") == ["Lâu rồi", "Chưa hỏi bao giờ"]


def test_an_event_held_weeks_ago_without_a_word_of_its_outcome_is_watched(house):
    held = {"starts_in": timedelta(days=-20)}
    EventPageFactory(title="Đã qua", **held)
    EventPageFactory(title="Hủy rồi", status=EventStatus.CANCELLED, **held)
    EventPageFactory(title="Mới hôm qua", starts_in=timedelta(days=-1))
    EventPageFactory(title="Năm ngoái", starts_in=timedelta(days=-400))
    told = EventPageFactory(title="Đã kể", **held)
    told.outcome = told.outcome.stream_block.to_python(
        [{"type": "paragraph", "value": "<p>Vui.</p>"}]
    )
    told.save()
    assert found("su-kien-chua-ghi-ket-qua") == ["Đã qua"]


# --- the panel --------------------------------------------------------------------------------
def test_lines_are_numbers_with_a_list_behind_them_and_good_news_comes_last(at_rest):
    ArticlePageFactory(parent=at_rest.column, lead_image=make_image(alt=""))
    told = lines(at_rest.approver)
    words = "Cần xử lý: 1 trang đã đăng có ảnh chính thiếu chữ thay thế"
    assert told[words] is True
    assert next(iter(told)) == words
    assert told["Hàng đợi gửi thư không có thư hỏng"] is False
    assert told["Việc theo giờ chạy lần cuối vừa xong"] is False


def test_nothing_amiss_is_said_too(at_rest):
    assert "Nội dung đã đăng không thấy chỗ nào cần sửa" in lines(at_rest.approver)


def test_mail_that_does_not_go_out_is_told(at_rest):
    OutgoingMail.objects.create(to="a@b.vn", kind="x", subject="Thử", attempts=2)
    assert lines(at_rest.approver)["Cần xử lý: 1 thư chưa gửi được"] is True


@pytest.mark.parametrize(
    ("minutes", "words", "bad"),
    [
        (2, "Việc theo giờ chạy lần cuối 2 phút trước", False),
        (
            45,
            "Cần xử lý: Việc theo giờ chạy lần cuối 45 phút trước: "
            "bài hẹn giờ và thư đang dừng, hãy báo kỹ thuật",
            True,
        ),
    ],
)
def test_the_heartbeat_turns_red_when_it_is_late(house, monday, minutes, words, bad):
    DueJob.objects.create(name="mail", started_at=timezone.now())
    monday.shift(timedelta(minutes=minutes))
    assert lines(house.approver)[words] is bad


def test_a_clock_that_never_ran_and_a_job_that_fails_are_told(house):
    assert "chưa chạy lần nào" in " ".join(lines(house.approver))
    now = timezone.now()
    DueJob.objects.create(name="digests", started_at=now, failed_at=now, error="ValueError")
    assert lines(house.approver)["Cần xử lý: 1 việc theo giờ bị hỏng: digests"] is True


def test_a_backup_is_told_of_and_turns_red_when_it_fails_or_grows_old(
    at_rest, settings, tmp_path, monday
):
    settings.BACKUP_FOLDER = tmp_path
    assert not any("ao lưu" in line for line in lines(at_rest.approver))
    settings.DJANGO_ENV = "production"
    assert lines(at_rest.approver)["Cần xử lý: Chưa sao lưu lần nào, hãy báo kỹ thuật"] is True
    remember(LastBackup(made_at=timezone.now() - timedelta(hours=5)))
    assert lines(at_rest.approver)["Sao lưu lần cuối 5 giờ trước"] is False
    remember_failure("đĩa đầy")
    words = "Cần xử lý: Sao lưu lần cuối 5 giờ trước, hãy báo kỹ thuật"
    assert lines(at_rest.approver)[words] is True


# --- who looks after what ---------------------------------------------------------------------
def test_editors_look_after_their_section_deciders_after_all_contributors_after_nothing(house):
    image = make_image(alt="")
    for column in (house.column, house.column_b):
        ArticlePageFactory(parent=column, title=f"Ở {column.title}", lead_image=image)
    watch = find("anh-thieu-mo-ta")

    def seen(user):
        return {page.title for page in pages_for(user, watch)}

    assert seen(house.editor) == {"Ở Đời sống"}
    assert seen(house.approver) == {"Ở Đời sống", "Ở Chính sách"}
    assert lines(house.author) == {}
    url = reverse("desk_attention", args=[watch.key])
    assert browser(house.author).get(url).status_code == 302
    text = browser(house.editor).get(url).content.decode()
    assert "Ở Đời sống" in text
    assert "Ở Chính sách" not in text
    assert "Viết một câu nói điều thấy trong ảnh" in text


def test_a_watch_nobody_knows_is_not_found(house):
    url = reverse("desk_attention", args=["gi-do"])
    assert browser(house.approver).get(url).status_code == 404
    assert BasePage.objects.count() > 0
