"""`manage.py backup`: database and files in one checked archive, while the site is in use."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backups.archive import BackupError
from backups.services import make_backup


class Command(BaseCommand):
    """One archive; exit code 1 and a reason where it could not be made."""

    help = "Back up the database and all files into one checked archive."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """`--to FOLDER` and `--keep N`."""
        parser.add_argument("--to", type=Path, metavar="FOLDER")
        parser.add_argument("--keep", type=int, default=14, metavar="N")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it and say what is in it."""
        try:
            backup = make_backup(folder=options["to"], keep=options["keep"])
        except BackupError as fault:
            raise CommandError(f"Chưa sao lưu được. {fault}") from fault
        files = len(backup.manifest["files"]) - 1
        self.stdout.write(f"Đã sao lưu: {backup.file}")
        self.stdout.write(f"{backup.size / 2**20:.1f} MB, {files} tệp ảnh và tài liệu.")
        for path in backup.removed:
            self.stdout.write(f"Đã xóa bản cũ: {path.name}")
        if missing := backup.manifest["missing"]:
            self.stderr.write(
                f"Chú ý: {len(missing)} tệp có tên trong cơ sở dữ liệu nhưng không có trên ổ đĩa, "
                f"ví dụ {missing[0]}."
            )
