"""Brocade cover art for items without a picture: pure functions, no Django."""

from covers.render import render_cover
from covers.shapes import SHAPES
from covers.threads import KINDS

__all__ = ["KINDS", "SHAPES", "render_cover"]
