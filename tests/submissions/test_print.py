"""The form on paper."""

import pytest

from submissions.intake import kinds
from submissions.wizard import Wizard
from tests.factories.showcase import NeighbourhoodFactory
from tests.soup import texts
from tests.submissions.filling import FORM, soup_of


@pytest.mark.parametrize("kind", [intake.kind for intake in kinds()])
def test_the_paper_asks_what_the_screen_asks_in_the_same_words(client, filling, kind):
    soup = soup_of(client.get(f"{FORM}mau-giay/{kind}/"))
    intake = next(intake for intake in kinds() if intake.kind == kind)
    wizard = Wizard(intake)
    asked = [field.label for step in ("who", "content") for form in wizard.forms_at(step)
             for field in form]  # fmt: skip
    assert [line.removesuffix(" *") for line in texts(soup, ".pf-f b")] == [str(x) for x in asked]
    boxes = texts(soup, ".pf-b")
    wanted = [text for name, text in filling.texts.items() if name in intake.purposes]
    assert len(boxes) == len(wanted)
    assert all(text.text in line for text, line in zip(wanted, boxes, strict=True))


def test_it_says_where_to_bring_it_and_leads_to_the_screen(client, filling, home):
    filling.page.how_counter = "Tầng 1, trụ sở"
    filling.page.save()
    soup = soup_of(client.get(f"{FORM}mau-giay/don-vi/"))
    assert "Tầng 1, trụ sở" in soup.select_one(".pf-to").text
    code = client.get(soup.select_one(".pf-h img")["src"])
    assert code["Content-Type"] == "image/svg+xml"
    assert b"<svg" in code.content


def test_places_are_squares_while_they_are_few_and_a_line_when_they_are_many(client, filling):
    assert filling.place.name in texts(soup_of(client.get(f"{FORM}mau-giay/don-vi/")), ".pf-c span")
    NeighbourhoodFactory.create_batch(20)
    choices = texts(soup_of(client.get(f"{FORM}mau-giay/don-vi/")), ".pf-c span")
    assert filling.place.name not in choices
