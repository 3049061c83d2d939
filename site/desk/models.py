"""What the clock found while nobody looked."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BrokenLink(models.Model):
    """A public page whose text leads to a page or file that was deleted.

    Wagtail's index of references forgets what pointed at a deleted thing, so it is looked for
    once a day in the texts themselves, and again whenever the page is published.
    """

    page = models.OneToOneField(
        "core.BasePage", verbose_name=_("Trang"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("trang có liên kết hỏng")
        verbose_name_plural = _("trang có liên kết hỏng")

    def __str__(self) -> str:
        return str(self.page)
