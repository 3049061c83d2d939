"""Forms of the library: how a picture or a file is asked for."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from library.documents import check_document
from library.normalise import NormalisedFile, normalise
from library.services import is_published


class PictureField(WagtailImageField):
    """Takes any picture `normalise` takes, whatever its name says, and gives back the clean one."""

    default_validators = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = _(
            "Ảnh JPEG, PNG, WebP, AVIF hoặc HEIC, tối đa 20 MB. "
            "Vị trí chụp và thông tin máy ảnh được xóa."
        )
        self.error_messages["required"] = _("Chọn một ảnh.")
        self.error_messages["invalid_image_extension"] = _(
            "Chỉ nhận ảnh JPEG, PNG, WebP, AVIF hoặc HEIC."
        )
        self.error_messages["file_too_large_unknown_size"] = _("Ảnh nặng quá 20 MB.")

    def to_python(self, data: Any) -> NormalisedFile | None:
        """The clean picture, None for no upload."""
        upload = forms.FileField.to_python(self, data)
        return normalise(upload) if upload else None


IN_USE = _(
    "Đang hiện trên trang đã đăng nên không đổi thẳng ở đây được. Hãy ghi trong bài, "
    "hoặc tải lên tệp mới, chọn nó trong bài, rồi gửi duyệt."
)
SHOWN = ("file", "description", "caption", "credit", "is_decorative")


class _KeepsPublished:
    """What readers see changes only by approval: neither the file nor the words beside it."""

    shown: tuple[str, ...] = SHOWN

    def clean(self) -> dict[str, Any]:
        """Refuse what would change a published page at once."""
        cleaned = super().clean() or self.cleaned_data
        changed = [name for name in self.shown if name in self.changed_data]
        if self.instance.pk and changed and is_published(self.instance):
            for name in changed:
                self.add_error(name, ValidationError(IN_USE, code="published"))
        return cleaned


class ImageForm(_KeepsPublished, BaseImageForm):
    """Asks for alternative text, or a word that there is nothing to say."""

    file = PictureField(label=_("Tệp ảnh"), widget=BaseImageForm.Meta.widgets["file"])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in (self._meta.exclude or ()):
            del self.fields["file"]  # the page after a bulk upload asks for all but the file

    def clean(self) -> dict[str, Any]:
        """Alternative text or "decorative", not neither."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("is_decorative") and not (cleaned.get("description") or "").strip():
            message = _(
                "Viết một câu nói điều thấy trong ảnh, hoặc đánh dấu “Ảnh chỉ để trang trí”."
            )
            self.add_error("description", ValidationError(message, code="alt_missing"))
        return cleaned


class DocumentForm(_KeepsPublished, BaseDocumentForm):
    """Refuses a file whose content is not what its ending says."""

    shown = ("file", "title")

    def clean_file(self) -> Any:
        """The upload, checked by content."""
        upload = self.cleaned_data.get("file")
        if upload and "file" in self.changed_data:
            check_document(upload)
        return upload
