"""Entries of the calendar, templates of pieces."""

from datetime import timedelta

import factory
from django.utils import timezone

from planning.models import PieceTemplate, PlanEntry


class PlanEntryFactory(factory.django.DjangoModelFactory):
    """An idea for an article; `days` from today."""

    class Params:
        days = 3

    title = factory.Sequence(lambda n: f"Bài dự kiến {n}")
    planned_on = factory.LazyAttribute(lambda o: timezone.localdate() + timedelta(days=o.days))

    class Meta:
        model = PlanEntry


class PieceTemplateFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Bài mẫu {n}")
    kind = "tin-tuc"
    sapo = "[Ai làm gì, ở đâu, bao giờ.]"
    body = [("paragraph", "<h2>Chuyện gì</h2><p>[Kể trong ba câu.]</p>")]

    class Meta:
        model = PieceTemplate
