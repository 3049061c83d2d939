"""Keeps the map of the house true."""

import re
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template
from wagtail.models import get_page_models

from core.kinds import CONTAINER_KINDS
from core.models import BasePage

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"
TOP = [ROOT / name for name in ("news", "showcase", "events")]
APPS = sorted(path.name for path in [*SITE.iterdir(), *TOP] if (path / "apps.py").exists())
PYTHON = [
    path for room in [SITE, *TOP] for path in room.rglob("*.py") if "migrations" not in path.parts
]
OUR_PAGES = [model for model in get_page_models() if issubclass(model, BasePage)]


def test_site_is_a_source_root_and_no_package_and_the_content_apps_stand_beside_it():
    assert not (SITE / "__init__.py").exists()
    assert {"news", "showcase", "events"} <= set(APPS)


@pytest.mark.parametrize(
    "model", [m for m in OUR_PAGES if m.is_creatable], ids=lambda m: m.__name__
)
def test_every_page_type_has_its_template_a_description_and_rules_for_the_tree(model):
    get_template(model.template)
    assert model.page_description
    assert model.parent_page_types, "says where it may stand"
    assert model.subpage_types is not None
    assert model._meta.verbose_name


@pytest.mark.parametrize(
    "model", [m for m in OUR_PAGES if m.is_creatable], ids=lambda m: m.__name__
)
def test_every_page_template_stands_in_the_frame_of_the_site(model):
    source = (ROOT / "templates" / model.template).read_text("utf-8")
    while found := re.match(r'\{% extends "([^"]+)" %\}', source):
        parent = found[1]
        source = (ROOT / "templates" / parent).read_text("utf-8")
    assert parent == "base.html"


@pytest.mark.parametrize("model", OUR_PAGES, ids=lambda m: m.__name__)
def test_a_page_type_that_may_have_children_is_of_a_container_kind(model):
    if model.allowed_subpage_models():
        assert model.page_kind in CONTAINER_KINDS, "or its closed pages would not close children"


@pytest.mark.parametrize("name", APPS)
def test_no_app_is_named_like_a_module_of_the_standard_library(name):
    assert name not in sys.stdlib_module_names


@pytest.mark.parametrize("name", [n for n in APPS if any(apps.get_app_config(n).get_models())])
def test_every_app_with_models_has_factories(name):
    if name not in ("workflow",):
        assert (ROOT / "tests" / "factories" / f"{name}.py").exists()


@pytest.mark.parametrize("name", APPS)
def test_every_app_has_tests(name):
    assert list((ROOT / "tests" / name).glob("test_*.py"))


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_longer_than_300_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


def test_live_is_asked_only_where_visible_is_defined():
    found = [
        str(path.relative_to(ROOT))
        for path in PYTHON
        if re.search(r"\.live\(\)|\.public\(\)", path.read_text("utf-8"))
    ]
    assert found in ([], ["site/core/querysets.py"])


def test_no_place_is_written_into_the_code():
    kept = [*PYTHON, *(ROOT / "templates").rglob("*.html"), *(ROOT / "static").rglob("*.js")]
    found = [
        str(path.relative_to(ROOT))
        for path in kept
        if re.search(r"Bắc Kạn|Bac Kan|Thái Nguyên", path.read_text("utf-8"))
    ]
    assert found == []


def test_templates_hold_no_inline_style_or_script():
    found = []
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        if re.search(r"\sstyle=|<style|<script(?![^>]*(?:\bsrc=|ld\+json))|\son[a-z]+=", text):
            found.append(path.name)
    assert found == []
