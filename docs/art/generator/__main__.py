"""python -m generator OUT (in docs/art): write every picture, and the sample covers, as SVG."""

import pathlib
import sys

from .brocade import cover
from . import goods_a, goods_b, goods_c, portraits_a, portraits_b, scenes_more  # noqa: F401 (each adds its scenes)
from .scenes import SCENES

COVERS = (
    ("tap-huan", "news", "Tập huấn"),
    ("quy-che", "news", "Quy chế mới"),
    ("cho-phien", "event", "Phiên chợ"),
    ("phan-mem-so-sach", "product", "Sổ bán hàng"),
    ("tra-shan", "product", "Trà shan"),
    ("to-hop-tac", "story", "Tổ hợp tác"),
    ("men-la", "product", "Men lá"),
    ("bai-toi", "news", "Bài tới"),
    ("gao-nep", "product", "Gạo nếp"),
)
LIMIT = 90_000


def main(out):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    for name, scene in SCENES.items():
        text = scene()
        (out / f"{name}.svg").write_text(text, encoding="utf-8")
        strips, size = text.count("data-strip"), len(text.encode())
        if size > LIMIT or strips != 1:
            print(f"{name}: {size} bytes, {strips} strips")
    for slug, kind, title in COVERS:
        for form, w, h in (("w", 1200, 800), ("s", 800, 800)):
            text = cover(kind, title, w, h)
            (out / f"cv-{slug}-{form}.svg").write_text(text, encoding="utf-8")
            if len(text.encode()) > LIMIT:
                print(f"cv-{slug}-{form}: {len(text.encode())} bytes")
    print(len(SCENES), "scenes,", 2 * len(COVERS), "covers")


if __name__ == "__main__":
    main(sys.argv[1])
