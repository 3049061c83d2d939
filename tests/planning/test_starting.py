"""What a new page begins with."""

import json

import pytest
from django.urls import reverse

from planning.models import PlanEntry
from planning.services import seed_templates
from tests.factories.planning import PieceTemplateFactory, PlanEntryFactory
from tests.factories.workflow import browser, form_data


def add_url(house):
    return reverse("wagtailadmin_pages:add", args=["news", "articlepage", house.column.pk])


def form_of(house, query="", user=None):
    answer = browser(user or house.author).get(f"{add_url(house)}?{query}")
    assert answer.status_code == 200
    return answer


def test_a_new_article_begins_with_an_empty_paragraph(house):
    body = form_of(house).context["form"].instance.body
    assert [(block.block_type, str(block.value.source)) for block in body] == [("paragraph", "")]


def test_a_template_fills_sapo_and_body(house):
    template = PieceTemplateFactory()
    page = form_of(house, f"mau={template.key}").context["form"].instance
    assert page.sapo == template.sapo
    assert page.title == ""
    assert page.body.raw_data[0]["value"] == template.body.raw_data[0]["value"]


def test_a_template_of_another_kind_is_left_alone(house):
    template = PieceTemplateFactory(kind="su-kien")
    assert form_of(house, f"mau={template.key}").context["form"].instance.sapo == ""


def test_a_story_gets_prompts_in_its_own_fields(house):
    seed_templates()
    parent = house.column.get_parent().get_next_siblings().get(slug="cau-chuyen")
    url = reverse("wagtailadmin_pages:add", args=["news", "storypage", parent.pk])
    answer = browser(house.author).get(f"{url}?mau=cau-chuyen-thanh-cong")
    assert "[Lúc đầu vướng gì" in answer.context["form"].instance.challenge


def test_an_entry_gives_title_and_sapo_and_stays_in_the_form(house):
    entry = PlanEntryFactory(writer=house.author, summary="Ba câu.")
    answer = form_of(house, f"ke-hoach={entry.pk}")
    page = answer.context["form"].instance
    assert (page.title, page.sapo) == (entry.title, "Ba câu.")
    assert f'name="ke-hoach" value="{entry.pk}"' in answer.content.decode()


def post_new(house, entry, user=None, **headers):
    page = house.draft(title="Khuôn")
    data = form_data(page, house.operator, title="Bài mới", slug="bai-moi")
    page.delete()
    return browser(user or house.author).post(
        add_url(house), data | {"ke-hoach": entry.pk}, **headers
    )


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_the_page_that_is_made_is_tied_to_the_entry_also_by_autosave(house, accept):
    entry = PlanEntryFactory(writer=house.author)
    answer = post_new(house, entry, HTTP_ACCEPT=accept)
    if accept == "application/json":
        assert json.loads(answer.content)["success"]
    entry.refresh_from_db()
    assert entry.page.title == "Bài mới"


def test_nobody_takes_an_entry_of_somebody_else(house):
    entry = PlanEntryFactory(writer=house.writer)
    assert form_of(house, f"ke-hoach={entry.pk}").context["form"].instance.title == ""
    post_new(house, entry)
    assert PlanEntry.objects.get().page is None


@pytest.mark.parametrize("key", ["x", "-1", "999999999999999999999999", "²"])
def test_a_made_up_entry_is_no_entry(house, key):
    assert form_of(house, f"ke-hoach={key}").context["form"].instance.title == ""


def test_what_one_request_asked_for_is_not_given_to_the_next(house):
    template = PieceTemplateFactory()
    client = browser(house.author)
    client.get(f"{add_url(house)}?mau={template.key}")
    assert client.get(add_url(house)).context["form"].instance.sapo == ""
