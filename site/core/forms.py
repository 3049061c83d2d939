"""The forms every page is edited and copied with."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page

from core import slugs
from core.checklist import hindrances
from vietnamese import slugify

ALT_MISSING = _(
    "Ảnh cần một câu mô tả cho người không nhìn thấy. "
    "Nếu ảnh chỉ để trang trí, hãy đánh dấu ô bên dưới."
)


class BasePageForm(WagtailAdminPageForm):
    """Rules that hold for every page type: the address, and words for the picture."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False  # the server makes it from the title, or keeps it

    @property
    def _is_new(self) -> bool:
        return self.instance._state.adding

    def clean(self) -> dict[str, Any]:
        """Check address and alternative text; the latter only when more than a draft is wanted."""
        if "slug" in self.cleaned_data:
            self._clean_slug(self.cleaned_data)
        data = super().clean()
        if not self.is_deferred_validation:
            self._check_alt(data)
        return data

    def _post_clean(self) -> None:
        """More than a draft is wanted: nothing goes on that the law or a blind reader stops."""
        super()._post_clean()
        if self.is_deferred_validation or self.errors:
            return
        for finding in hindrances(self.instance):
            field = finding.field if finding.field in self.fields else None
            words = " ".join(filter(None, (finding.text, finding.figure)))
            self.add_error(field, f"{words.rstrip('.:')}. {finding.hint}".strip())

    def _clean_slug(self, data: dict[str, Any]) -> None:
        """One an editor typed is his to mend; one that merely follows the title gives way."""
        slug = slugify(data["slug"] or "")
        basis = self.instance.slug_basis(data)
        if not self._is_new and self._keeps_slug(slug, basis):
            data["slug"] = self.instance.slug
            return
        if self._is_new and slug in ("", basis, slugify(data.get("title") or "")):
            slug = slugs.unused(basis, self._is_taken)
        elif self._is_reserved(slug):
            self.add_error("slug", slugs.RESERVED_MESSAGE % {"slug": slug})
            return
        data["slug"] = slug or data["slug"]

    def _keeps_slug(self, slug: str, basis: str) -> bool:
        """The open form does not know the address an autosave made: with a number behind it."""
        draft = self.instance.first_published_at is None
        return not slug or (draft and slug == basis and self._is_taken(slug))

    def _is_reserved(self, slug: str) -> bool:
        if not self.parent_page or slug == self.instance.own_address:
            return False
        return slugs.is_reserved(slug, depth=self.parent_page.depth + 1)

    def _is_taken(self, slug: str) -> bool:
        free = Page._slug_is_available(slug, self.parent_page, self.instance)
        return not free or self._is_reserved(slug)

    def _check_alt(self, data: dict[str, Any]) -> None:
        image = data.get("lead_image")
        if "lead_alt" not in self.fields or not image or data.get("lead_decorative"):
            return
        if not data.get("lead_alt") and not image.default_alt_text:
            self.add_error("lead_alt", ALT_MISSING)


class BasePageCopyForm(CopyForm):
    """The address of a copy follows the same rule; no aliases, since an item counts once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)
        self.fields.pop(
            "publish_copies", None
        )  # nobody publishes by hand: no box that does nothing
        if "new_slug" in self.fields:
            parent = self.page.get_parent()
            free = slugs.unused(
                self.page.slug,
                lambda slug: (
                    not Page._slug_is_available(slug, parent)
                    or slugs.is_reserved(slug, depth=self.page.depth)
                ),
            )
            self.fields["new_slug"].initial = free

    def clean(self) -> dict[str, Any]:
        """Refuse an address that would shadow a route of the site."""
        data: dict[str, Any] = super().clean()
        parent = data.get("new_parent_page") or self.page.get_parent()
        slug = data.get("new_slug")
        if slugs.is_reserved(slug, depth=parent.depth + 1):
            self.add_error("new_slug", slugs.RESERVED_MESSAGE % {"slug": slug})
        return data
