"""Controlled terms of the showcase."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models import NamedTerm


class Sector(NamedTerm):
    """What a startup works in (lĩnh vực)."""

    class Meta(NamedTerm.Meta):
        verbose_name = _("lĩnh vực")
        verbose_name_plural = _("lĩnh vực")


class Neighbourhood(NamedTerm):
    """A neighbourhood (tổ dân phố, thôn) of the ward."""

    former_unit = models.CharField(
        _("Thuộc đơn vị cũ"),
        max_length=120,
        blank=True,
        help_text=_("Tên phường, xã trước khi sắp xếp; giúp tìm theo tên cũ."),
    )

    panels = [*NamedTerm.panels, FieldPanel("former_unit")]

    class Meta(NamedTerm.Meta):
        verbose_name = _("tổ dân phố, thôn")
        verbose_name_plural = _("tổ dân phố, thôn")
