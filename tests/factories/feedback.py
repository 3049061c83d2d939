"""Figures and sentences of readers."""

import factory

from feedback.models import PageDay, Remark


class PageDayFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PageDay


class RemarkFactory(factory.django.DjangoModelFactory):
    text = "Bài dễ hiểu"

    class Meta:
        model = Remark
