"""The restored database and the code that is to run on it."""

from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from backups.archive import BackupError


def refuse_newer(applied: list[str]) -> None:
    """Refuse a database that went through changes this code does not know.

    Raises:
        BackupError: naming the first of them.
    """
    loader = MigrationLoader(None)  # type: ignore[arg-type]
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    known |= {f"{a}.{n}" for m in loader.disk_migrations.values() for a, n in m.replaces}
    ours = {name.partition(".")[0] for name in known}
    strange = [name for name in applied if name not in known and name.partition(".")[0] in ours]
    if strange:
        raise BackupError(
            _("Bản sao lưu mới hơn mã nguồn đang cài (%s). Hãy nâng mã nguồn trước.") % strange[0]
        )


def bring_up_to_date() -> None:
    """Migrate an older database; nobody stays signed in, and no old answer stays in the cache.

    A session that was ended since the backup must not come back to life.
    """
    connection.close()
    call_command("createcachetable", verbosity=0)  # where the cache is in the database: used below
    call_command("migrate", interactive=False, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_session")
    cache.clear()
