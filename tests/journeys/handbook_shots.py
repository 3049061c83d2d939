"""`make handbook`: the pictures of the editors' handbook, taken from the demo in Chromium.

The scenes say which pictures they take; a test holds the pages to the same names. One scene alone:
`python -m tests.journeys.handbook_shots lich`.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.journeys import handbook_deciding, handbook_keeping, handbook_writing
from tests.journeys.handbook_camera import SCENES, Camera
from tests.journeys.server import ROOT, serve, wait_for

FOLDER = ROOT / "docs" / "huong-dan" / "anh"
ROOMS = (handbook_writing, handbook_deciding, handbook_keeping)
NAMES = {name for names, _take in SCENES for name in names}


def take(camera: Camera, wanted: set[str]) -> None:
    """Play the scenes that give the wanted pictures.

    Raises:
        RuntimeError: a scene did not take what it says it takes.
    """
    for names, play in SCENES:
        if not wanted.isdisjoint(names):
            play(camera)
            if missing := set(names) - camera.taken:
                raise RuntimeError(f"not taken: {missing}")


def main(wanted: set[str]) -> None:
    """Write one JPEG for each picture of the handbook, from a demo of its own."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        address, process = serve(Path(folder))
        try:
            wait_for(address, process)
            browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            take(Camera(browser, address, FOLDER, Path(folder)), wanted)
            browser.close()
        finally:
            process.terminate()
            process.wait(20)


if __name__ == "__main__":
    main(set(sys.argv[1:]) or NAMES)
