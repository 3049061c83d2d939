"""What all page factories share."""

from datetime import timedelta

import factory
import wagtail_factories
from django.utils import timezone


class BasePageFactory(wagtail_factories.PageFactory):
    """A live page. `parent` says where; `days_ago` when it was first published."""

    class Params:
        days_ago = 1

    slug = None
    sapo = (
        "Tổ hợp tác tám hộ vừa bán lứa hàng đầu tiên có dán mã, người mua quét là thấy ai làm, "
        "phơi ở giàn nào; giá hơn trước hai phần mười."
    )
    first_published_at = factory.LazyAttribute(
        lambda page: timezone.now() - timedelta(days=page.days_ago)
    )

    class Meta:
        abstract = True

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        kwargs = {key: value for key, value in kwargs.items() if value is not None}
        many = {
            key: kwargs.pop(key)
            for key in list(kwargs)
            if key in ("topics", "plan_tasks", "tags", "sectors")
        }
        page = super()._create_instance(model_class, parent, kwargs)
        if many:
            for key, value in many.items():
                getattr(page, key).set(value)
            page.save()
        return page
