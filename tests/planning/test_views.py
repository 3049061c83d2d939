"""Screens of the entries, and the screen that starts a page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from planning.models import PlanEntry
from planning.services import seed_templates
from tests.factories.planning import PieceTemplateFactory, PlanEntryFactory
from tests.factories.showcase import StartupPageFactory
from tests.factories.workflow import browser
from tests.soup import read


def entry_data(house, **changes):
    day = timezone.localdate() + timedelta(days=4)
    data = {"title": "Chợ phiên", "kind": "tin-tuc", "planned_on": f"{day:%d/%m/%Y}"}
    return data | {"parent": house.column.pk, "writer": "", "template": ""} | changes


# --- entries --------------------------------------------------------------------------------------
def test_an_editor_plans_for_somebody_a_contributor_for_himself(house):
    url = reverse("planning_entry_add")
    answer = browser(house.editor).post(url, entry_data(house, writer=house.writer.pk))
    day = timezone.localdate() + timedelta(days=4)
    assert answer["Location"] == f"/admin/lich/?thang={day:%Y-%m}"
    browser(house.author).post(url, entry_data(house, title="Của tôi", writer=house.writer.pk))
    rows = PlanEntry.objects.order_by("pk").values_list("writer", "created_by")
    assert list(rows) == [
        (house.writer.pk, house.editor.pk),
        (house.author.pk, house.author.pk),
    ]


def test_the_day_that_was_clicked_is_filled_in(house):
    client = browser(house.editor)
    form = client.get("/admin/lich/them/?ngay=2027-02-28").context["form"]
    assert form.initial["planned_on"].isoformat() == "2027-02-28"
    form = client.get("/admin/lich/them/?ngay=2027-02-31").context["form"]
    assert form.initial["planned_on"] == timezone.localdate()


def test_an_entry_moves_to_another_day_by_its_form(house):
    entry = PlanEntryFactory(writer=house.author)
    browser(house.author).post(
        reverse("planning_entry", args=[entry.pk]), entry_data(house, planned_on="24/12/2026")
    )
    entry.refresh_from_db()
    assert entry.planned_on.isoformat() == "2026-12-24"


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "danh-muc"), ("planned_on", "31/02/2027"), ("parent", "su-kien"), ("template", "x")],
)
def test_what_does_not_fit_is_refused_beside_its_field(house, field, value):
    other = PieceTemplateFactory(kind="su-kien")
    event_index = house.column.get_parent().get_next_siblings().get(slug="su-kien")
    value = {"su-kien": event_index.pk, "x": other.pk}.get(value, value)
    answer = browser(house.approver).post(
        reverse("planning_entry_add"), entry_data(house, **{field: value})
    )
    assert field in answer.context["form"].errors
    assert not PlanEntry.objects.exists()


def test_nobody_reads_or_changes_anothers_entry_by_its_number(house):
    entry = PlanEntryFactory(writer=house.writer)
    client = browser(house.author)
    for name, ask in (("", client.get), ("", client.post), ("_drop", client.post),
                      ("_write", client.get), ("_rewrite", client.post)):  # fmt: skip
        assert ask(reverse(f"planning_entry{name}", args=[entry.pk])).status_code == 404


def test_writing_from_an_entry_goes_to_the_form_with_its_template(house):
    template = PieceTemplateFactory()
    entry = PlanEntryFactory(writer=house.author, parent=house.column, template=template)
    answer = browser(house.author).get(
        reverse("planning_entry_write", args=[entry.pk]), follow=True
    )
    assert answer.context["form"].instance.title == entry.title
    assert answer.context["form"].instance.sapo == template.sapo


def test_an_entry_that_has_its_page_opens_it(house):
    page = house.draft()
    entry = PlanEntryFactory(writer=house.author, page=page.basepage_ptr)
    answer = browser(house.author).get(reverse("planning_entry_write", args=[entry.pk]))
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_the_entry_of_last_year_offers_its_page(house):
    before = PlanEntryFactory(page=house.live().basepage_ptr, days=-365)
    entry = PlanEntryFactory(repeats_from=before, writer=house.author)
    client = browser(house.author)
    text = client.get(reverse("planning_entry", args=[entry.pk])).content.decode()
    assert "Viết lại từ bài năm trước" in text
    answer = client.post(reverse("planning_entry_rewrite", args=[entry.pk]))
    entry.refresh_from_db()
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[entry.page_id])


def test_giving_up_and_taking_up_again(house):
    entry = PlanEntryFactory(writer=house.author)
    client, url = browser(house.author), reverse("planning_entry_drop", args=[entry.pk])
    for _pressed_by_two in range(2):
        client.post(url, {"act": "drop"})
        assert PlanEntry.objects.get().dropped_at
    client.post(url, {"act": "restore"})
    assert PlanEntry.objects.get().dropped_at is None


# --- the day of a page ----------------------------------------------------------------------------
def test_a_page_shows_its_day_and_leads_to_the_form(house):
    page = house.draft()
    client, url = browser(house.author), reverse("planning_page", args=[page.pk])
    client.post(url, {"planned_on": "24/12/2026", "planned_time": "07:30"})
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Ngày dự kiến: 24/12/2026" in text
    assert url in text
    assert client.get(url).context["form"].initial["planned_time"].hour == 7
    assert browser(house.writer).post(url, {"planned_on": ""}).status_code in (302, 403)
    assert PlanEntry.objects.open().count() == 1


# --- writing --------------------------------------------------------------------------------------
def kinds_of(user):
    page = read(browser(user), "/admin/viet/")
    return [a["href"].split("/")[-2] for a in page.select(".pl-choice")]


def test_each_is_offered_what_he_may_write(house):
    assert kinds_of(house.editor) == ["tin-tuc"]
    assert kinds_of(house.author) == ["tin-tuc", "cau-chuyen", "startup", "su-kien", "khong-gian", "van-ban"]  # fmt: skip  # noqa: E501
    assert "trang" in kinds_of(house.approver)
    StartupPageFactory()
    assert "san-pham" in kinds_of(house.author)


def test_with_one_place_and_no_template_it_goes_straight_to_the_form(house):
    answer = browser(house.editor).get("/admin/viet/tin-tuc/")
    assert answer["Location"] == f"/admin/pages/add/news/articlepage/{house.column.pk}/"


def test_with_templates_or_several_places_it_asks(house):
    seed_templates()
    page = read(browser(house.editor), "/admin/viet/tin-tuc/")
    assert [b.strong.text for b in page.select("button.pl-choice")] == ["Đời sống"]
    keys = [box["value"] for box in page.select("input[name=mau]")]
    assert keys == ["", "tin-hoat-dong", "giai-thich-chinh-sach", "cach-lam-hay"]
    value = page.select_one("button.pl-choice")["value"]
    answer = browser(house.editor).get(f"/admin/viet/tin-tuc/?mau=cach-lam-hay&trang-me={value}")
    assert answer["Location"].endswith(f"/articlepage/{house.column.pk}/?mau=cach-lam-hay")


def test_a_place_one_may_not_write_is_no_choice(house):
    seed_templates()
    client = browser(house.editor)
    answer = client.get(f"/admin/viet/tin-tuc/?trang-me={house.column_b.pk}")
    assert answer.status_code == 200
    assert client.get("/admin/viet/su-kien/").status_code == 302  # refused, sent home


def test_products_are_written_under_their_startup_which_is_searched(house):
    for number in range(35):
        StartupPageFactory(title=f"Nhà làm {number:02}")
    client = browser(house.author)
    page = read(client, "/admin/viet/san-pham/")
    assert len(page.select("button.pl-choice")) == 30
    page = read(client, "/admin/viet/san-pham/?q=nha+lam+34")
    assert [b.strong.text for b in page.select("button.pl-choice")] == ["Nhà làm 34"]
    assert client.get("/admin/viet/san-pham/?q=khong+co").status_code == 200


def test_the_menu_and_the_desk_lead_there_for_those_who_write(house):
    text = browser(house.author).get("/admin/").content.decode()
    assert "/admin/viet/" in text
    assert "Lịch đăng tuần này" in text
    text = browser(house.reporter).get("/admin/").content.decode()
    assert "/admin/viet/" not in text
    assert "/admin/lich/" not in text
