"""Which social card belongs to which page."""

from django.db import models


class SocialCard(models.Model):
    """A card that was drawn: its file goes when the page may no longer be seen."""

    page = models.OneToOneField(
        "core.BasePage", on_delete=models.CASCADE, related_name="social_card"
    )
    name = models.CharField(max_length=120)
    design = models.CharField(max_length=64)
    published_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
