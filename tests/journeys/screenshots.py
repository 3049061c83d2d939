"""`make screenshots`: the pictures of the README, taken from the demo in headless Chromium."""

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.journeys.addresses import PAGES
from tests.journeys.server import ROOT, serve, wait_for

FOLDER = ROOT / "docs" / "screenshots"
SHOTS = [
    ("home", 1280, 1000, "light"),
    ("article", 1280, 1000, "light"),
    ("products", 1280, 1000, "light"),
    ("story", 768, 900, "light"),
    ("home", 360, 740, "light"),
    ("event to come", 360, 740, "dark"),
]


def main() -> None:
    """Write one JPEG for each line of `SHOTS`: `<page>-<width>-<scheme>.jpg`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        address, process = serve(Path(folder))
        try:
            wait_for(address, process)
            browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for name, width, height, scheme in SHOTS:
                size = {"width": width, "height": height}
                page = browser.new_page(viewport=size, color_scheme=scheme)
                page.goto(address + PAGES[name])
                page.wait_for_load_state("networkidle")
                path = FOLDER / f"{name.replace(' ', '-')}-{width}-{scheme}.jpg"
                page.screenshot(path=path, type="jpeg", quality=82)
                page.close()
            browser.close()
        finally:
            process.terminate()
            process.wait(20)


if __name__ == "__main__":
    main()
