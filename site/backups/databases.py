"""Consistent copies of the two databases the site runs on, and the way back."""

import gzip
import os
import shutil
import sqlite3
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import FileField
from django.utils.translation import gettext as _

from backups.archive import FOLDERS, BackupError


@dataclass(frozen=True)
class Snapshot:
    """The database at one moment: its copy, and what it holds; files by name in the archive."""

    file: Path
    counts: dict[str, int]
    migrations: list[str]
    files: set[str]


def file_columns() -> list[tuple[str, str, str]]:
    """Every field that names a file: table, column, how its files' names begin in an archive."""
    return [
        (model._meta.db_table, field.column, _folder_of(field))
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_fields
        if isinstance(field, FileField) and not model._meta.proxy
    ]


def _folder_of(field: FileField) -> str:
    """By where its storage lies; media for any other place."""
    lies_in = Path(getattr(field.storage, "location", "")).resolve()
    roots = {Path(getattr(settings, name)).resolve(): begins for begins, name in FOLDERS.items()}
    return roots.get(lies_in, next(iter(FOLDERS)))


def look(cursor: Any, file: Path, tables: list[str]) -> Snapshot:
    """Read what a snapshot holds through an open cursor on it."""

    def rows(query: str) -> list[Any]:
        cursor.execute(query)
        return list(cursor.fetchall())

    def columns(table: str) -> set[str]:
        cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')  # noqa: S608
        return {described[0] for described in cursor.description}

    # Names of tables and columns come from the database and the models, never from outside.
    counts = {name: rows(f'SELECT COUNT(*) FROM "{name}"')[0][0] for name in sorted(tables)}  # noqa: S608
    migrations = []
    if "django_migrations" in counts:
        migrations = [f"{a}.{n}" for a, n in rows("SELECT app, name FROM django_migrations")]
    files: set[str] = set()
    for table, column, begins in file_columns():
        # Before an upgrade the code may already know a column the database does not have yet.
        if table in counts and column in columns(table):
            found = rows(f'SELECT "{column}" FROM "{table}"')  # noqa: S608
            files.update(f"{begins}{name}" for (name,) in found if name)
    return Snapshot(file, counts, sorted(migrations), files)


class Engine(ABC):
    """One kind of database."""

    name: str

    @contextmanager
    @abstractmethod
    def snapshot(self, folder: Path) -> Iterator[Snapshot]:
        """A consistent copy in `folder`, taken while others write."""

    @abstractmethod
    def is_empty(self) -> bool:
        """Whether there is not one table."""

    @abstractmethod
    def clear(self) -> None:
        """Leave nothing of what was loaded."""

    @abstractmethod
    def set_aside(self, stamp: str) -> str:
        """Put what is there under another name, said in words."""

    @abstractmethod
    def take_back(self, stamp: str) -> None:
        """Undo `set_aside`."""

    @abstractmethod
    def load(self, source: IO[bytes], folder: Path) -> dict[str, int]:
        """Fill the empty database from a copy; gives the number of rows of each table."""


class Sqlite(Engine):
    """One file, copied by SQLite's own online backup."""

    name = "sqlite"

    @property
    def path(self) -> Path:
        """The database file of the settings."""
        return Path(connection.settings_dict["NAME"])

    @contextmanager
    def snapshot(self, folder: Path) -> Iterator[Snapshot]:
        """A copy by the online backup, checked, then compressed."""
        if not self.path.exists():
            raise BackupError(_("Không có cơ sở dữ liệu ở %s.") % self.path)
        plain = folder / "database.sqlite3"
        packed = folder / "database.sqlite3.gz"
        with (
            closing(sqlite3.connect(self.path, timeout=60)) as source,
            closing(sqlite3.connect(plain)) as copy,
        ):
            source.backup(copy)  # in one go: in steps it would begin anew with each write
            seen = self._examine(copy, packed)
        with plain.open("rb") as read, gzip.open(packed, "wb", compresslevel=6) as out:
            shutil.copyfileobj(read, out)
        plain.unlink()
        yield seen

    @staticmethod
    def _examine(database: sqlite3.Connection, file: Path) -> Snapshot:
        cursor = database.cursor()
        verdict = cursor.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise BackupError(_("Cơ sở dữ liệu có chỗ hỏng: %s") % verdict)
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = [name for (name,) in cursor.fetchall() if not name.startswith("sqlite_")]
        return look(cursor, file, tables)

    def is_empty(self) -> bool:
        """No file, or one without a table."""
        if not self.path.exists():
            return True
        with closing(sqlite3.connect(self.path)) as database:
            return not database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()

    def clear(self) -> None:
        """No file."""
        connection.close()
        for rest in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + rest).unlink(missing_ok=True)

    def set_aside(self, stamp: str) -> str:
        """The file under another name, after its journal was written into it."""
        connection.close()
        with closing(sqlite3.connect(self.path, timeout=20)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        os.replace(self.path, self._aside(stamp))
        return str(self._aside(stamp))

    def take_back(self, stamp: str) -> None:
        """The old file in its place."""
        if self._aside(stamp).exists():
            os.replace(self._aside(stamp), self.path)

    def _aside(self, stamp: str) -> Path:
        return self.path.with_name(f"{self.path.name}.truoc-{stamp}")

    def load(self, source: IO[bytes], folder: Path) -> dict[str, int]:
        """Unpack beside the target, look it over, then put it in its place."""
        connection.close()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        plain = self.path.with_name(f".{self.path.name}.khoi-phuc")
        try:
            with gzip.open(source) as packed, plain.open("wb") as out:
                shutil.copyfileobj(packed, out)
                out.flush()
                os.fsync(out.fileno())
            with closing(sqlite3.connect(plain)) as copy:
                counts = self._examine(copy, plain).counts
            self.clear()  # an empty database may stand there
            os.replace(plain, self.path)
        finally:
            plain.unlink(missing_ok=True)
        return counts


class Postgresql(Engine):
    """`pg_dump` of the very snapshot whose rows are counted, and `pg_restore`."""

    name = "postgresql"

    @contextmanager
    def snapshot(self, folder: Path) -> Iterator[Snapshot]:
        """Export a snapshot, dump it, and count in it."""
        file = folder / "database.pgdump"
        own = connection.copy()  # type: ignore[no-untyped-call]
        try:
            with own.cursor() as cursor:
                cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                cursor.execute("SELECT pg_export_snapshot()")
                exported = cursor.fetchone()[0]
                self._run(
                    "pg_dump", "--format=custom", f"--snapshot={exported}", "--schema=public",
                    "--no-owner", "--no-privileges", f"--file={file}", self._database,
                )  # fmt: skip
                tables = own.introspection.table_names(cursor)
                seen = look(cursor, file, tables)
                cursor.execute("ROLLBACK")
        finally:
            own.close()
        self._run("pg_restore", "--list", str(file))
        yield seen

    def is_empty(self) -> bool:
        """Not one table in the schema `public`."""
        with connection.cursor() as cursor:
            return not connection.introspection.table_names(cursor)

    def clear(self) -> None:
        """An empty schema."""
        self._execute("DROP SCHEMA IF EXISTS public CASCADE", "CREATE SCHEMA public")

    def set_aside(self, stamp: str) -> str:
        """The schema under another name, and a new empty one."""
        name = self._aside(stamp)
        self._execute(f'ALTER SCHEMA public RENAME TO "{name}"', "CREATE SCHEMA public")
        return _("lược đồ %(schema)s của cơ sở dữ liệu %(database)s") % {
            "schema": name,
            "database": self._database,
        }

    def take_back(self, stamp: str) -> None:
        """The old schema under its name."""
        name = self._aside(stamp)
        self._execute("DROP SCHEMA public CASCADE", f'ALTER SCHEMA "{name}" RENAME TO public')

    @staticmethod
    def _aside(stamp: str) -> str:
        return f"truoc_{stamp.replace('-', '_')}"

    def load(self, source: IO[bytes], folder: Path) -> dict[str, int]:
        """All or nothing, in one transaction."""
        file = folder / "database.pgdump"
        with file.open("wb") as out:
            shutil.copyfileobj(source, out)
        self._execute("DROP SCHEMA IF EXISTS public CASCADE")  # the dump brings it along
        connection.close()
        self._run(
            "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner",
            "--no-privileges", f"--dbname={self._database}", str(file),
        )  # fmt: skip
        with connection.cursor() as cursor:
            return look(cursor, file, connection.introspection.table_names(cursor)).counts

    @staticmethod
    def _execute(*statements: str) -> None:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    @property
    def _database(self) -> str:
        return str(connection.settings_dict["NAME"])

    def _run(self, program: str, *arguments: str) -> None:
        settings = connection.settings_dict
        given = {
            "PGHOST": settings["HOST"],
            "PGPORT": str(settings["PORT"]),
            "PGUSER": settings["USER"],
            "PGPASSWORD": settings["PASSWORD"],  # never on the command line, where all see it
            "PGSSLMODE": settings.get("OPTIONS", {}).get("sslmode", ""),
        }
        env = {**os.environ, **{key: value for key, value in given.items() if value}}
        try:
            done = subprocess.run(  # noqa: S603
                [program, *arguments], env=env, capture_output=True, text=True, check=False
            )
        except FileNotFoundError as fault:
            raise BackupError(
                _("Máy chưa có lệnh %s. Hãy cài gói postgresql-client.") % program
            ) from fault
        if done.returncode:
            raise BackupError(f"{program}: {done.stderr.strip()[-2000:]}")


def engine() -> Engine:
    """The engine of the settings."""
    return Sqlite() if connection.vendor == "sqlite" else Postgresql()
