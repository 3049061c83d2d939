"""Taking a picture out of the site for good: of the library, of live pages and of drafts.

Old revisions keep its number alone; with the row gone they come back without it.
"""

from typing import Any

from django.db import transaction
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published

from library.models import CustomImage
from submissions.models import Submission

BESIDE = {
    "lead_image": ("lead_alt", "lead_caption", "lead_credit"),
}
"""Words about a picture that go with it."""


def remove_people(submission: Submission) -> int:
    """The pictures of a submission in which a face can be recognised, and what they became.

    Returns:
        How many there were.
    """
    files = list(submission.files.filter(has_person=True))
    for file in files:
        if file.image:
            remove_picture(file.image)
        file.delete()
    return len(files)


def remove_picture(image: CustomImage) -> None:
    """Out of every page that shows it, then out of the library, with its renditions."""
    with transaction.atomic():
        for page in pages_showing(image):
            _take_out(page, image)
        image.delete()


def pages_showing(image: CustomImage) -> list[Any]:
    """The pages whose row refers to it, public or not."""
    uses = ReferenceIndex.get_references_to(image).filter(
        base_content_type__app_label="wagtailcore", base_content_type__model="page"
    )
    keys = {int(key) for key in uses.values_list("object_id", flat=True)}
    return list(Page.objects.filter(pk__in=keys).specific())


def _take_out(page: Any, image: CustomImage) -> None:
    """The public row at once; the newest draft too, unless somebody is reading it."""
    unchanged = not page.has_unpublished_changes
    draft = page.get_latest_revision_as_object() if page.latest_revision_id else None
    without(page, image)
    page.save(clean=False)
    log(instance=page, action="workflow.picture_out")
    if draft is not None and not page.is_frozen:
        without(draft, image)
        revision = draft.save_revision(changed=not unchanged, clean=False)
        if page.live and unchanged:
            type(page).objects.filter(pk=page.pk).update(live_revision=revision)
    if page.is_visible():
        # The social card and what else was made of the page is made anew.
        page_published.send(sender=type(page), instance=page, revision=page.live_revision)


def without(page: Any, image: CustomImage) -> None:
    """Clear every place of a page, in memory, that refers to the picture."""
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            setattr(page, field.name, _stream_without(getattr(page, field.name), image))
        elif _is_picture(field) and getattr(page, field.attname) == image.pk:
            setattr(page, field.name, None)
            for beside in BESIDE.get(field.name, ()):
                setattr(page, beside, "")
    for relation in get_all_child_relations(page):
        fields = [f for f in relation.related_model._meta.concrete_fields if _is_picture(f)]
        manager = getattr(page, relation.get_accessor_name())
        gone = [row for row in manager.all() for f in fields if getattr(row, f.attname) == image.pk]
        for row in gone:
            manager.remove(row)


def _is_picture(field: Any) -> bool:
    return bool(field.is_relation and field.related_model is CustomImage)


def _stream_without(stream: Any, image: CustomImage) -> blocks.StreamValue:
    kept = []
    for child in stream:
        if _refers(child.block, child.value, image) and not _prune(child, image):
            continue
        kept.append((child.block_type, child.value, child.id))
    return blocks.StreamValue(stream.stream_block, kept)


def _prune(child: Any, image: CustomImage) -> bool:
    """Take it out of the lists in a block (a gallery); whether something is left to show."""
    if not isinstance(child.block, blocks.StructBlock):
        return False
    for name, sub in child.block.child_blocks.items():
        if isinstance(sub, blocks.ListBlock):
            items = child.value[name]
            left = [item for item in items if not _refers(sub.child_block, item, image)]
            if len(left) != len(items):
                child.value[name] = sub.normalize(left)
                if not left:
                    return False
    return not _refers(child.block, child.value, image)


def _refers(block: Any, value: Any, image: CustomImage) -> bool:
    references = block.extract_references(value)
    return any(
        model is CustomImage and str(key) == str(image.pk) for model, key, *_path in references
    )
