"""What the news make of a tip."""

import json

import pytest
from wagtail.models import Revision

from news.models import StoryPage, StoryPerson
from submissions.models import Purpose
from submissions.services import review
from tests.factories.library import make_image
from tests.factories.showcase import StartupPageFactory
from tests.submissions.reviewing import TRACES, house, sent


@pytest.fixture
def staff(db):
    return house()


def tip(asked="toi", purposes=(), **more):
    payload = {
        "title": "Chị Mười đổi giàn phơi, miến hết mốc", "asked": asked,
        "challenge": "Mưa là mốc.", "approach": "Dựng giàn kính.\n\nPhơi ba nắng.",
        "result": "Hỏng còn 2 trên 100.", "startup": None,
    } | more  # fmt: skip
    return sent(kind="cau-chuyen", payload=payload, purposes=purposes,
                sender={"about": "Bàn Thị Mười", "role": "Tổ trưởng"})  # fmt: skip


def accepted(staff, row):
    page = review.accept(submission=row, user=staff.storyteller)[0]
    return StoryPage.objects.get(pk=page.pk)


def test_a_tip_becomes_the_draft_of_a_story(staff):
    unit = StartupPageFactory(title="Nà Khoang")
    story = accepted(staff, tip(startup=unit.pk))
    assert (story.live, story.owner, story.startup) == (False, staff.storyteller, unit)
    assert story.get_parent().pk == staff.sections["cau-chuyen"].pk
    assert story.challenge == "<p>Mưa là mốc.</p>"
    assert story.approach == "<p>Dựng giàn kính.</p><p>Phơi ba nắng.</p>"
    assert "Hỏng còn 2 trên 100." in story.plain_text


def test_the_first_picture_leads_and_the_others_stand_in_the_text(staff, monkeypatch):
    images = [make_image(title=f"Ảnh {n}", alt=f"Giàn phơi {n}") for n in range(2)]
    monkeypatch.setattr("submissions.files.services.to_library", lambda *_args: images)
    story = accepted(staff, tip())
    assert (story.lead_image, story.lead_alt) == (images[0], "Giàn phơi 0")
    block = next(b for b in story.body if b.block_type == "image")
    assert block.value["image"].pk == images[1].pk
    assert block.value["image"].contextual_alt_text == "Giàn phơi 1"


def test_one_s_own_story_names_the_person_by_consent_alone(staff):
    row = tip(purposes=(Purpose.NAME,))
    story = accepted(staff, row)
    person = StoryPerson.objects.get()
    assert (person.story, person.name, person.consented) == (story, "Bàn Thị Mười", True)
    row.refresh_from_db()
    row.intake.release(row, {Purpose.NAME})
    assert StoryPerson.objects.count() == 1
    row.intake.release(row, set())
    assert not StoryPerson.objects.exists()


@pytest.mark.parametrize("asked", ["co", "chua"])
def test_nobody_consents_for_another(staff, asked):
    accepted(staff, tip(asked=asked, purposes=(Purpose.NAME,)))
    assert not StoryPerson.objects.exists()


def test_nothing_of_the_teller_is_in_the_revision(staff):
    accepted(staff, tip(purposes=(Purpose.NAME,)))
    text = json.dumps(list(Revision.objects.values_list("content", flat=True)), ensure_ascii=False)
    assert "Mưa là mốc." in text
    assert [trace for trace in TRACES if trace in text] == []
