"""Work of mailing that is done off the request path."""

from django_tasks import task

from mailing import sending


@task()
def send_mail_of(mail_id: int) -> bool:
    """Try a mail that has just been queued; says whether it went."""
    return sending.send_one(mail_id)
