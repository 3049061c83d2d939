"""Sections: a page type whose pages own a group of editors and a collection of files.

An app registers its page type in `AppConfig.ready()`; the rest follows the page: made with it,
renamed with it, removed with it (its files go to the collection above first).
"""

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models.signals import post_save, pre_delete
from django.utils.translation import gettext as _
from wagtail.models import Collection, CollectionMember, Page, get_root_collection_id

from accounts.models import Section

NAME_LENGTH = 140
_models: list[type[Page]] = []


def register(model: type[Page]) -> None:
    """Let every page of this type be a section."""
    if model in _models:
        return
    _models.append(model)
    uid = f"accounts.sections.{model._meta.label}"
    post_save.connect(_saved, sender=model, dispatch_uid=uid)
    pre_delete.connect(_deleting, sender=model, dispatch_uid=f"{uid}.deleting")


def section_pages() -> list[Page]:
    """Every page that is a section, in the order of the tree."""
    pages = [page for model in _models for page in model.objects.all()]
    return sorted(pages, key=lambda page: page.path)


def ensure(page: Page) -> Section:
    """The section of this page, made or renamed as needed; its rights are written each time."""
    from accounts.services import grant_section

    with transaction.atomic():
        section = Section.objects.select_related("group", "collection").filter(page=page).first()
        if section is None:
            group = Group.objects.create(name=_free_name(page, None))
            root = Collection.objects.get(pk=get_root_collection_id())
            collection = root.add_child(instance=Collection(name=page.title[:255]))
            section = Section.objects.create(page_id=page.pk, group=group, collection=collection)
        _rename(section, page)
        grant_section(section)
    return section


def _rename(section: Section, page: Page) -> None:
    name = _free_name(page, section.group)
    if section.group.name != name:
        section.group.name = name
        section.group.save(update_fields=["name"])
    if section.collection.name != page.title[:255]:
        section.collection.name = page.title[:255]
        section.collection.save(update_fields=["name"])


def _free_name(page: Page, group: Group | None) -> str:
    name = _("Biên tập: %s") % page.title
    name = name[:NAME_LENGTH]
    others = Group.objects.filter(name=name)
    if group:
        others = others.exclude(pk=group.pk)
    return f"{name} ({page.pk})" if others.exists() else name


def _saved(instance: Page, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if raw or kwargs.get("update_fields"):
        return
    section = None if created else Section.objects.filter(page_id=instance.pk).first()
    if section is None:
        ensure(instance)
    else:
        _rename(section, instance)


def _deleting(instance: Page, **kwargs: Any) -> None:
    """The group and the collection go once the row that points at them is gone."""
    section = Section.objects.filter(page_id=instance.pk).first()
    if section is None:
        return
    group, collection = section.group, section.collection
    section.delete()
    group.delete()
    _empty(collection)
    collection.refresh_from_db()
    collection.delete()


def _empty(collection: Collection) -> None:
    """A file outlives the section it was uploaded for."""
    root = get_root_collection_id()
    for model in CollectionMember.__subclasses__():
        for concrete in _concrete(model):
            concrete.objects.filter(collection=collection).update(collection_id=root)


def _concrete(model: type) -> list[type]:
    found = [] if model._meta.abstract else [model]  # type: ignore[attr-defined]
    return found + [child for sub in model.__subclasses__() for child in _concrete(sub)]
