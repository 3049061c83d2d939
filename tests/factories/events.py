"""Events with one session, spaces."""

from datetime import timedelta

import factory
from django.utils import timezone

from events.models import EventIndexPage, EventPage, EventSession, SpaceIndexPage, SpacePage
from tests.factories.pages import BasePageFactory


class EventPageFactory(BasePageFactory):
    """An event. `starts_in` and `lasts` (timedelta) make its one session; None for no session."""

    title = factory.Sequence(lambda n: f"Sự kiện {n}")
    parent = factory.LazyFunction(EventIndexPage.objects.get)

    class Meta:
        model = EventPage

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        starts_in = kwargs.pop("starts_in", timedelta(days=3))
        lasts = kwargs.pop("lasts", timedelta(hours=3))
        page = super()._create_instance(model_class, parent, kwargs)
        if starts_in is not None:
            start = timezone.now() + starts_in
            page.sessions.add(
                EventSession(starts_at=start, ends_at=start + lasts, place="Nhà văn hóa")
            )
            page.save()
        return page


class SpacePageFactory(BasePageFactory):
    title = factory.Sequence(lambda n: f"Không gian {n}")
    parent = factory.LazyFunction(SpaceIndexPage.objects.get)

    class Meta:
        model = SpacePage
