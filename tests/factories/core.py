"""Topics, plan tasks."""

import factory

from core.models import PlanTask, Topic


class TopicFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Chủ đề {n}")

    class Meta:
        model = Topic


class PlanTaskFactory(factory.django.DjangoModelFactory):
    code = factory.Sequence(lambda n: f"VHXH-{n}")
    unit = "Phòng Văn hóa - Xã hội"
    text = "Tổ chức truyền thông về đổi mới sáng tạo."
    order = factory.Sequence(int)

    class Meta:
        model = PlanTask
