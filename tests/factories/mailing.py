"""Outgoing mail."""

import factory

from mailing.models import OutgoingMail


class OutgoingMailFactory(factory.django.DjangoModelFactory):
    to = factory.Sequence(lambda n: f"nguoi-{n}@vidu.example.vn")
    kind = "thu"
    subject = "Bài đã được duyệt"
    text = "Kính gửi Nông Thị Mẫu,\n"
    html = "<p>Kính gửi Nông Thị Mẫu,</p>"

    class Meta:
        model = OutgoingMail
