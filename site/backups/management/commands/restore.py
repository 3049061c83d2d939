"""`manage.py restore FILE`: database and files as an archive holds them."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backups.archive import BackupError, opened
from backups.restoring import restore_backup

NEXT = """Việc tiếp theo:
  1. manage.py setup_site      (địa chỉ của trang, vai trò, quy trình)
  2. manage.py collectstatic --noinput
  3. Khởi động lại trang, rồi chạy manage.py check_health
Mọi người phải đăng nhập lại. Thư còn chờ lúc sao lưu sẽ được gửi đi."""


class Command(BaseCommand):
    """Into an empty place only, unless `--replace` is said."""

    help = "Restore database and files from an archive made by `backup`."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The archive, `--check` to look only, `--replace` to put aside what is there."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--check", action="store_true", help="only compare the checksums")
        parser.add_argument("--replace", action="store_true", help="put existing data aside")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, restore, compare, and say what comes next."""
        try:
            if options["check"]:
                with opened(options["file"]) as (_tar, manifest):
                    self._say(manifest, "Bản sao lưu còn nguyên")
                return
            done = restore_backup(file=options["file"], replace=options["replace"])
        except BackupError as fault:
            raise CommandError(f"Chưa khôi phục. {fault}") from fault
        self._say(done.manifest, "Đã khôi phục")
        for name in done.kept:
            self.stdout.write(f"Dữ liệu cũ còn giữ ở: {name}")
        self.stdout.write(NEXT)

    def _say(self, manifest: dict[str, Any], what: str) -> None:
        rows = sum(manifest["counts"].values())
        files = len(manifest["files"]) - 1
        self.stdout.write(f"{what}: lập lúc {manifest['made_at']}, {rows} dòng, {files} tệp.")
