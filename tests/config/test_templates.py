"""Words that stand fixed in Wagtail's templates are replaced, release after release."""

import pytest
from django.template import TemplateDoesNotExist, engines
from django.template.loader import get_template
from django.template.loaders.app_directories import Loader

from config.templates import WORDS


@pytest.mark.parametrize("name", WORDS)
def test_wagtail_still_has_the_words_that_are_replaced(name):
    loader = Loader(engines["django"].engine)
    for origin in loader.get_template_sources(name):
        try:
            source = loader.get_contents(origin)
        except TemplateDoesNotExist:
            continue
        break
    for english, vietnamese in WORDS[name]:
        assert source.count(english) == 1, f"{name} has {english} no more: take the line out"
        assert vietnamese not in source


@pytest.mark.parametrize("name", WORDS)
def test_ours_stand_in_their_place(name):
    source = get_template(name).template.source
    for english, vietnamese in WORDS[name]:
        assert vietnamese in source
        if english not in vietnamese:
            assert english not in source
