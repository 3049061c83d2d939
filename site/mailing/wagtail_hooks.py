"""Registrations of mailing with the admin."""

from wagtail import hooks

from mailing.viewsets import OutgoingMailViewSet


@hooks.register("register_admin_viewset")
def mail_viewset() -> OutgoingMailViewSet:
    """Outgoing mail, among the reports."""
    return OutgoingMailViewSet()
