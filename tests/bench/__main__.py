"""`make bench` lists what can be measured; `make bench BENCH=submissions` measures it."""

import sys
from importlib import import_module
from pathlib import Path

KEPT = {"__main__", "client", "server"}


def main(wanted):
    folder = Path(__file__).parent
    names = sorted(path.stem for path in folder.glob("*.py") if path.stem not in KEPT)
    if wanted not in names:
        for name in names:
            says = import_module(f"tests.bench.{name}").__doc__.splitlines()[0]
            print(f"{name:<16}{says}")
        return 2 if wanted else 0
    return import_module(f"tests.bench.{wanted}").main()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
