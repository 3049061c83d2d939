"""Body blocks of the content files, turned into what a StreamField stores."""

import json
import re
from typing import Any

from demo.lookup import Lookup

Block = dict[str, Any]


def _is_number(cell: Any) -> bool:
    return not isinstance(cell, str) or bool(re.fullmatch(r"[\d.,%–\s-]*\d[\d.,%]*", cell))


class BodyBuilder:
    """Turns `[[body]]` tables into StreamField JSON."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup

    def build(self, blocks: list[Block]) -> str:
        """The JSON of a body."""
        return json.dumps([self.block(block) for block in blocks], ensure_ascii=False)

    def block(self, block: Block) -> Block:
        """One block as `{type, value}`."""
        kind = block["type"]
        convert = getattr(self, f"_{kind}", None)
        rest = {key: value for key, value in block.items() if key != "type"}
        return {"type": kind, "value": convert(rest) if convert else rest}

    def _image_value(self, part: Block) -> Block:
        picture = self.lookup.picture(part["picture"])
        return {
            "image": picture.pk if picture else None,
            "alt_text": part.get("alt", ""),
            "decorative": not part.get("alt"),
        }

    def _page_ids(self, names: list[str]) -> list[int]:
        return [self.lookup.page(name).pk for name in names]

    def _paragraph(self, part: Block) -> str:
        return part["html"]

    def _callout(self, part: Block) -> Block:
        return {
            "kind": part.get("kind", "note"),
            "title": part.get("title", ""),
            "text": part["html"],
        }

    def _quote(self, part: Block) -> Block:
        return {"text": part["text"], "name": part.get("name", ""), "role": part.get("role", "")}

    def _steps(self, part: Block) -> Block:
        items = [{"title": i["title"], "text": i.get("text", "")} for i in part["items"]]
        return {"title": part.get("title", ""), "items": items}

    def _image(self, part: Block) -> Block:
        return {
            "image": self._image_value(part),
            "caption": part.get("caption", ""),
            "credit": part.get("credit", ""),
        }

    def _gallery(self, part: Block) -> Block:
        items = [
            {"image": self._image_value(item), "caption": item.get("caption", "")}
            for item in part["items"]
        ]
        return {"title": part.get("title", ""), "items": items, "credit": part.get("credit", "")}

    def _before_after(self, part: Block) -> Block:
        sides = {
            side: {"image": self._image_value(part[side]), "label": part[side]["label"]}
            for side in ("before", "after")
        }
        return {**sides, "caption": part.get("caption", "")}

    def _video(self, part: Block) -> Block:
        poster = self._image_value(part) if part.get("picture") else None
        keys = {key: part.get(key, "") for key in ("title", "url", "duration", "summary")}
        return {**keys, "poster": poster}

    def _audio(self, part: Block) -> Block:
        keys = {key: part.get(key, "") for key in ("title", "url", "transcript")}
        return {**keys, "file": None}

    def _key_facts(self, part: Block) -> Block:
        items = [{"unit": "", **item} for item in part["items"]]
        return {"title": part.get("title", "Điểm chính"), "items": items}

    def _table(self, part: Block) -> Block:
        by_column = zip(*part["rows"], strict=True)
        kinds = ["number" if all(map(_is_number, cells)) else "text" for cells in by_column]
        columns = [
            {"type": kind, "heading": head}
            for kind, head in zip(kinds, part["headers"], strict=True)
        ]
        rows = [{"values": [str(cell) for cell in row]} for row in part["rows"]]
        return {
            "caption": part["caption"],
            "table": {"columns": columns, "rows": rows},
            "source": part.get("source", ""),
        }

    def _bar_chart(self, part: Block) -> Block:
        items = [{"label": i["label"], "value": float(i["value"])} for i in part["items"]]
        return {
            "title": part["title"],
            "unit": part.get("unit", ""),
            "items": items,
            "source": part.get("source", ""),
        }

    def _legal_documents(self, part: Block) -> Block:
        return {"title": part.get("title", ""), "pages": self._page_ids(part["numbers"])}

    def _attachments(self, part: Block) -> Block:
        items = [
            {"document": self.lookup.document(row["file"]).pk, "title": row["label"]}
            for row in part["items"]
        ]
        return {"title": part.get("title", "Tệp kèm theo"), "items": items}

    def _related_pages(self, part: Block) -> Block:
        return {"title": part.get("title", "Đọc thêm"), "pages": self._page_ids(part["titles"])}

    def _showcase_card(self, part: Block) -> Block:
        return {"title": "", "pages": self._page_ids([part["title"]])}

    def _event_card(self, part: Block) -> Block:
        return {"title": "", "pages": self._page_ids([part["title"]])}

    def _links(self, part: Block) -> Block:
        items = [{"note": "", **item} for item in part["items"]]
        return {"title": part.get("title", ""), "items": items}

    def _button(self, part: Block) -> Block:
        url = part.get("url", "")
        page = self.lookup.page(part["page"]).pk if part.get("page") else None
        if url.startswith("/"):
            url = ""
        return {"label": part["label"], "page": page, "url": url}

    def _contact_card(self, part: Block) -> Block:
        return {key: part.get(key, "") for key in ("name", "role", "phone", "email", "hours")}

    def _procedure(self, part: Block) -> Block:
        return {key: part.get(key, "") for key in ("name", "code", "url", "note")}
