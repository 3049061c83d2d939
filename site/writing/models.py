"""What a person last asked of a listing."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedView(models.Model):
    """Order, filters and words a person last used in one listing: they come back next time."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views"
    )
    listing = models.CharField(max_length=40)
    query = models.CharField(max_length=2000)

    class Meta:
        verbose_name = _("cách xem danh sách")
        verbose_name_plural = _("cách xem danh sách")
        constraints = [
            models.UniqueConstraint(fields=["user", "listing"], name="writing_one_view_each")
        ]

    def __str__(self) -> str:
        return f"{self.listing}?{self.query}"
