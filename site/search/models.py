"""Words that mean the same to a reader."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from vietnamese import clean


class Synonym(models.Model):
    """A group of words and abbreviations, each of which finds the others."""

    words = models.TextField(
        _("Các từ cùng nghĩa"),
        help_text=_("Cách nhau bằng dấu phẩy. Ví dụ: ĐMST, đổi mới sáng tạo"),
    )
    note = models.CharField(_("Ghi chú"), max_length=200, blank=True)
    is_active = models.BooleanField(_("Đang dùng"), default=True)

    panels = [FieldPanel("words"), FieldPanel("note"), FieldPanel("is_active")]

    class Meta:
        ordering = ["words"]
        verbose_name = _("nhóm từ cùng nghĩa")
        verbose_name_plural = _("nhóm từ cùng nghĩa")

    def __str__(self) -> str:
        return ", ".join(self.terms)

    @property
    def terms(self) -> list[str]:
        """The words, cleaned, without doubles."""
        terms = (clean(term) for term in self.words.split(","))
        return list(dict.fromkeys(term for term in terms if term))

    def clean(self) -> None:
        """One word alone has no synonym."""
        super().clean()
        if len(self.terms) < 2:
            raise ValidationError({"words": _("Cần ít nhất hai từ, cách nhau bằng dấu phẩy.")})
