"""Takes one picture of the handbook: cut to what matters, the thing to click marked."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image

from tests.journeys.server import PASSWORD

HEAVIEST = 90_000
"""Bytes of a picture; the handbook is read on slow lines too."""
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
AIR = 14
MARK = """(boxes) => {
    for (const { x, y, width, height } of boxes) {
        const frame = document.createElement('div');
        frame.className = 'handbook-mark';
        Object.assign(frame.style, {
            position: 'fixed', left: `${x - 6}px`, top: `${y - 6}px`,
            width: `${width + 12}px`, height: `${height + 12}px`, boxSizing: 'border-box',
            border: '3px solid #c2410c', borderRadius: '8px', zIndex: 2147483647,
            boxShadow: '0 0 0 2px #fff', pointerEvents: 'none',
        });
        document.body.append(frame);
    }
}"""
STILL = """() => {
    if (document.activeElement?.matches('[name]')) document.activeElement.blur();
    for (const box of document.querySelectorAll('.xdsoft_datetimepicker')) box.remove();
}"""
WIPE = "() => document.querySelectorAll('.handbook-mark').forEach((frame) => frame.remove())"


Scene = Callable[["Camera"], None]
SCENES: list[tuple[tuple[str, ...], Scene]] = []


def scene(*names: str) -> Callable[[Scene], Scene]:
    """Say which pictures a scene takes; they are taken in the order they are written."""

    def register(take: Scene) -> Scene:
        SCENES.append((names, take))
        return take

    return register


def panel(page: Any, heading: str) -> Any:
    """The part of an editing form under that heading."""
    words = page.locator(".w-panel__heading", has_text=re.compile(rf"^\s*{heading}"))
    return page.locator("section.w-panel").filter(has=words).last


class Camera:
    """Knows the people of the demo, and where pictures go."""

    def __init__(self, browser: Any, portal: str, folder: Path, demo: Path) -> None:
        self.browser = browser
        self.portal = portal
        self.folder = folder
        self.mail = demo
        self.taken: set[str] = set()
        self._desks: dict[str, Any] = {}

    def stranger(self, size: dict[str, int] = DESK) -> Any:
        """A window in which nobody is signed in."""
        # Marks are drawn by a script of ours, which the site's own policy would refuse.
        context = self.browser.new_context(locale="vi-VN", viewport=size, bypass_csp=True)
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    def at(self, name: str, address: str = "/admin/", height: int = 900) -> Any:
        """The window of a demo account, signed in, at an address of the portal."""
        if name not in self._desks:
            page = self._desks[name] = self.stranger()
            page.goto(f"{self.portal}/admin/")
            page.fill("[name=login]", name)
            page.fill("[name=password]", PASSWORD)
            page.locator("form button[type=submit]").last.click()
            page.wait_for_url(f"{self.portal}/admin/")
        page = self._desks[name]
        page.set_viewport_size({**DESK, "height": height})
        page.goto(address if "://" in address else f"{self.portal}{address}")
        page.wait_for_load_state("networkidle")
        return page

    def shoot(self, page: Any, name: str, *marks: Any, of: Any = (), air: int = AIR) -> None:
        """Write `<name>.jpg`: the box around `of` (the whole window where nothing is named)."""
        page.evaluate(STILL)
        page.wait_for_timeout(400)  # panels slide, menus fade
        page.evaluate(MARK, [mark.bounding_box() for mark in marks])
        pixels = page.screenshot(clip=self._clip(page, [*of, *marks], air) if of else None)
        page.evaluate(WIPE)
        picture = Image.open(io.BytesIO(pixels)).convert("RGB")
        for quality in (82, 76, 70, 62, 54):
            out = io.BytesIO()
            picture.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
            if out.tell() <= HEAVIEST:
                break
        (self.folder / f"{name}.jpg").write_bytes(out.getvalue())
        self.taken.add(name)

    @staticmethod
    def _clip(page: Any, things: list[Any], air: int) -> dict[str, float]:
        boxes = [thing.bounding_box() for thing in things]
        size = page.viewport_size
        left = max(0, min(box["x"] for box in boxes) - air)
        top = max(0, min(box["y"] for box in boxes) - air)
        right = min(size["width"], max(box["x"] + box["width"] for box in boxes) + air)
        bottom = min(size["height"], max(box["y"] + box["height"] for box in boxes) + air)
        return {"x": left, "y": top, "width": right - left, "height": bottom - top}
