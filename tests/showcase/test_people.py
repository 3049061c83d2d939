"""Contacts and founders are edited in their own view, with a record that names nobody."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from news.models import StoryPerson
from showcase.models import Contact, Founder
from tests.factories.news import StoryPageFactory
from tests.factories.showcase import StartupPageFactory
from tests.submissions.reviewing import client_of, house


@pytest.fixture
def staff(db):
    return house()


def rows():
    unit, story = StartupPageFactory(), StoryPageFactory()
    return [
        (Contact.objects.create(startup=unit, kind="phone", value="0912 345 678"),
         {"startup": unit.pk, "kind": "phone", "label": "", "value": "0987 654 321", "order": 0}),
        (Founder.objects.create(startup=unit, name="Bàn Thị Mười"),
         {"startup": unit.pk, "name": "Bàn Thị Chín", "role": "", "bio": ""}),
        (StoryPerson.objects.create(story=story, name="Bàn Thị Mười"),
         {"story": story.pk, "name": "Bàn Thị Chín", "role": ""}),
    ]  # fmt: skip


def test_each_is_changed_in_its_view_and_the_record_says_who_but_no_name(staff):
    client = client_of(staff.approver)
    for row, data in rows():
        name = f"wagtailsnippets_{row._meta.label_lower.replace('.', '_')}"
        answer = client.post(reverse(f"{name}:edit", args=[row.pk]), data)
        assert answer.status_code == 302, answer.content.decode()[:500]
        line = ModelLogEntry.objects.for_instance(row).get(action="wagtail.edit")
        assert line.user == staff.approver
        assert line.label == f"{row._meta.verbose_name} {row.pk}"
        text = client.get(reverse(f"{name}:history", args=[row.pk])).content.decode()
        assert staff.approver.get_username() in text
        assert client.post(reverse(f"{name}:delete", args=[row.pk])).status_code == 302
    said = str(list(ModelLogEntry.objects.values_list("label", "data")))
    assert "Bàn Thị" not in said
    assert "0987" not in said
