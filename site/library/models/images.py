"""STUB until the real one is in place."""
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class CustomImage(AbstractImage):
    alt = models.CharField(max_length=300, blank=True)
    decorative = models.BooleanField(default=False)
    caption = models.CharField(max_length=300, blank=True)
    credit = models.CharField(max_length=160, blank=True)
    admin_form_fields = Image.admin_form_fields

    @property
    def default_alt_text(self):
        return "" if self.decorative else self.alt


class CustomRendition(AbstractRendition):
    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
