"""Work of accounts that is done off the request path."""

from django.contrib.auth import get_user_model
from django_tasks import task

from accounts import letters


@task()
def send_password_link(user_id: int) -> bool:
    """The letter with a link to set a password; 0 for an address nobody here has."""
    user = get_user_model().objects.filter(pk=user_id, is_active=True).first()
    return user is not None and letters.password_link(user) is not None
