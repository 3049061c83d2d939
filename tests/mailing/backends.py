"""Mail servers that behave badly. Tests name them in EMAIL_BACKEND by their dotted path."""

import smtplib

from django.core.mail.backends.locmem import EmailBackend as Locmem


class Refusing(Locmem):
    """Nobody listens."""

    tries = 0

    def open(self):
        type(self).tries += 1
        raise ConnectionRefusedError(111, "Connection refused")


class Hanging(Locmem):
    """Takes the connection and never answers: what Django's timeout makes of it."""

    tries = 0

    def send_messages(self, messages):
        type(self).tries += 1
        raise TimeoutError("timed out")


class Picky(Locmem):
    """Refuses one address, takes the rest."""

    def send_messages(self, messages):
        [message] = messages
        if message.to[0].startswith("ma@"):
            raise smtplib.SMTPRecipientsRefused({message.to[0]: (550, b"No such user")})
        return super().send_messages(messages)


class Strange(Locmem):
    """Fails in a way nobody thought of."""

    def send_messages(self, messages):
        raise ValueError("lạ \x00 lùng")


class Silent(Locmem):
    """Says that it sent nothing."""

    def send_messages(self, messages):
        return 0


class Hasty(Locmem):
    """While it sends, another process runs the queue."""

    def send_messages(self, messages):
        from mailing.services import send_due

        assert send_due() == 0
        return super().send_messages(messages)
