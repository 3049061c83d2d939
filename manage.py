#!/usr/bin/env python
"""Put `site/` on the path, choose the settings by DJANGO_ENV, then hand over to Django."""

import sys
from pathlib import Path


def main() -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    from django.core.management import execute_from_command_line

    from config.environment import choose_settings

    choose_settings()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
