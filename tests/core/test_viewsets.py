"""Every list and form of terms and people opens, saves and keeps a log."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import get_snippet_models

from core.models import Topic
from showcase.models import Contact
from tests.factories.showcase import StartupPageFactory

NAMES = {
    "Topic", "PlanTask", "Tag", "Sector", "Neighbourhood", "Contact", "Founder", "StoryPerson",
    "ConsentText", "Synonym",
}  # fmt: skip


def test_editors_can_reach_every_term_and_every_table_of_people(admin_client):
    ours = [model for model in get_snippet_models() if model.__name__ in NAMES]
    assert {model.__name__ for model in ours} == NAMES
    for model in ours:
        viewset = model.snippet_viewset
        for name in ("list", "add"):
            answer = admin_client.get(reverse(viewset.get_url_name(name)))
            assert answer.status_code == 200, (model, name)
        found = admin_client.get(reverse(viewset.get_url_name("list")), {"q": "abc"})
        assert found.status_code == 200


def test_a_topic_made_in_the_admin_gets_its_address(admin_client):
    url = reverse(Topic.snippet_viewset.get_url_name("add"))
    admin_client.post(url, {"name": "Chuyển đổi số", "description": ""})
    assert Topic.objects.get().slug == "chuyen-doi-so"


def test_a_contact_has_its_own_form_and_log(admin_client, home):
    startup = StartupPageFactory()
    contact = Contact.objects.create(startup=startup, kind="phone", value="0900 000 001")
    url = reverse(Contact.snippet_viewset.get_url_name("edit"), args=[contact.pk])
    data = {"startup": startup.pk, "kind": "phone", "label": "", "order": 0}
    admin_client.post(url, {**data, "value": "0900 000 002", "is_public": "on"})
    contact.refresh_from_db()
    assert contact.value == "0900 000 002"
    entry = ModelLogEntry.objects.get()
    assert entry.action == "wagtail.edit"
    assert "0900" not in f"{entry.label} {entry.data}", "the log keeps no personal data"


@pytest.mark.parametrize("model", ["SiteIdentity", "MenuSettings"])
def test_settings_of_the_site_open(admin_client, home, model):
    url = reverse("wagtailsettings:edit", args=["home", model.lower()])
    assert admin_client.get(url, follow=True).status_code == 200
