"""Identity, terms, menu and plain pages of the demo."""

from typing import Any

from wagtail.models import Site

from core.models import PlanTask, Topic
from demo.content_files import single
from demo.tree import Tree, point_site_at, site_root
from demo.when import moment, published
from events.models import EventIndexPage, SpaceIndexPage
from home.models import (
    ContactPage,
    HomeNumber,
    HomePage,
    MenuSettings,
    Notice,
    SiteIdentity,
    StandardPage,
)
from library.models import LegalDocumentIndexPage
from news.models import NewsIndexPage, StoryIndexPage
from search.models import Synonym
from showcase.models import Neighbourhood, Sector, ShowcaseIndexPage
from submissions.models import SubmissionPage

SECTIONS: list[tuple[str, type, str, str]] = [
    (
        "tin-tuc",
        NewsIndexPage,
        "Tin tức",
        "Việc mới trong phường, chính sách vừa ban hành, cách làm đáng học.",
    ),
    (
        "cau-chuyen",
        StoryIndexPage,
        "Câu chuyện khởi nghiệp",
        "Người thật việc thật, kể cả lúc chưa thành.",
    ),
    (
        "trung-bay",
        ShowcaseIndexPage,
        "Sản phẩm – giải pháp",
        "Ai làm gì trong phường, mua ở đâu, hợp tác thế nào.",
    ),
    ("su-kien", EventIndexPage, "Sự kiện", "Phiên chợ, triển lãm, tập huấn, buổi tư vấn."),
    (
        "khong-gian",
        SpaceIndexPage,
        "Không gian khởi nghiệp",
        "Chỗ ngồi làm việc, góc trưng bày, phòng họp dùng chung.",
    ),
    (
        "van-ban",
        LegalDocumentIndexPage,
        "Văn bản",
        "Văn bản về khởi nghiệp và đổi mới sáng tạo, tóm tắt dễ hiểu.",
    ),
]

SYNONYMS = (
    "ĐMST, đổi mới sáng tạo",
    "CĐS, chuyển đổi số",
    "UBND, ủy ban nhân dân",
    "KH&CN, KHCN, khoa học và công nghệ",
    "HTX, hợp tác xã",
    "startup, khởi nghiệp",
    "AI, trí tuệ nhân tạo",
)


def load_terms() -> None:
    """Topics, sectors, neighbourhoods, plan tasks, consent texts, synonyms."""
    data = single("taxonomy")
    for row in data["topics"]:
        Topic.objects.get_or_create(
            name=row["name"], defaults={"description": row.get("description", "")}
        )
    for row in data["sectors"]:
        Sector.objects.get_or_create(name=row["name"])
    for row in data["neighbourhoods"]:
        Neighbourhood.objects.get_or_create(
            name=row["name"], defaults={"former_unit": row.get("former_unit", "")}
        )
    for order, row in enumerate(data["plan_tasks"], start=1):
        PlanTask.objects.get_or_create(
            code=row["code"],
            defaults={
                "unit": row["unit"],
                "text": row["text"],
                "short": row.get("short", ""),
                "order": order,
            },
        )
    for words in SYNONYMS:
        Synonym.objects.get_or_create(words=words)


def load_frame(tree: Tree) -> dict[str, Any]:
    """The home page and the index pages.

    Returns:
        Pages by slug, the home page under `home`.
    """
    data = single("site")
    home = HomePage.objects.first()
    if home is None:
        home = _home(tree, data["home"])
    point_site_at(home)
    pages: dict[str, Any] = {"home": home}
    for slug, model, title, intro in SECTIONS:
        page, new = tree.page(home, model, slug, when=published(400), title=title, intro=intro)
        pages[slug] = page
        if new:
            tree.finish(page, {})
    return pages


def _home(tree: Tree, data: dict[str, Any]) -> HomePage:
    home = HomePage(
        title=data.get("title", "Đổi mới sáng tạo"),
        slug="trang-chu",
        is_sample=True,
        first_published_at=published(400),
        sapo=data.get("sapo", ""),
        call_title=data.get("call_title", ""),
        call_text=data.get("call_text", ""),
        call_button=data.get("call_button", ""),
        call_steps="\n".join(data.get("call_steps", [])),
        owner=tree.user,
    )
    for number in data.get("numbers", []):
        home.numbers.add(
            HomeNumber(**{key: number.get(key) for key in ("label",)}, **_number(number))
        )
    site_root().add_child(instance=home)
    tree.finish(home, {})
    return home


def _number(row: dict[str, Any]) -> dict[str, Any]:
    done, target = row.get("done", row.get("value", "")), row.get("target", "")
    percent = row.get("percent")
    if percent is None and str(target).replace(".", "").isdigit():
        share = 100 * float(str(done).replace(".", "") or 0) / float(str(target).replace(".", ""))
        percent = min(100, round(share))
    return {"value": str(done), "target": str(target), "percent": percent}


def load_pages(tree: Tree, pages: dict[str, Any]) -> None:
    """Standard pages, contact page, submission page."""
    data = single("site")
    home = pages["home"]
    for row in data.get("pages", []):
        page, new = tree.page(
            home, StandardPage, row["slug"], when=published(300), **tree.common(row)
        )
        pages[row["slug"]] = page
        if new:
            tree.finish(page, row)
    contact = data.get("contact", {})
    page, new = tree.page(
        home,
        ContactPage,
        "lien-he",
        when=published(300),
        title=contact.get("title", "Liên hệ"),
        sapo=contact.get("sapo", ""),
        directions=contact.get("directions", ""),
    )
    pages["lien-he"] = page
    if new:
        tree.finish(page, contact)
    _submission_page(tree, pages, data.get("submission", {}))


def _submission_page(tree: Tree, pages: dict[str, Any], row: dict[str, Any]) -> None:
    keys = ("how_email", "how_phone", "how_counter", "prepare", "consent_note", "closed_message")
    page, new = tree.page(
        pages["home"],
        SubmissionPage,
        "gui-gioi-thieu",
        when=published(300),
        title=row.get("title", "Gửi giới thiệu"),
        sapo=row.get("sapo", ""),
        **{key: row.get(key, "") for key in keys},
    )
    pages["gui-gioi-thieu"] = page
    if new:
        tree.finish(page, row)


def load_identity(pages: dict[str, Any]) -> None:
    """Site identity and menu, where they are still empty."""
    site = Site.objects.get(is_default_site=True)
    identity = SiteIdentity.for_site(site)
    if not identity.unit_name:
        data = dict(single("site")["identity"])
        channels = data.pop("channels", [])
        for key, value in data.items():
            if hasattr(identity, key):
                setattr(identity, key, value)
        identity.save()
        for channel in channels:
            identity.channels.create(name=channel["name"], url=channel["url"])
        words = single("site")["home"]
        Notice.objects.create(
            label=words["notice_label"],
            text=words["notice_text"],
            link_label=words["notice_link_label"],
            page=pages["su-kien"],
            show_until=moment(30),
        )
    menu = MenuSettings.for_site(site)
    if not menu.entries:
        menu.entries = _menu_entries(pages)
        menu.footer = [
            ("link", {"label": page.title, "page": page, "anchor": ""})
            for slug, page in pages.items()
            if isinstance(page, (StandardPage, ContactPage))
        ]
        menu.save()


def _menu_entries(pages: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    columns = pages["tin-tuc"].columns()

    def entry(
        label: str, slug: str, children: list[Any] = (), **more: Any
    ) -> tuple[str, dict[str, Any]]:
        subs = [{"label": text, "page": page, "anchor": anchor} for text, page, anchor in children]
        value = {"label": label, "page": pages[slug], "anchor": "", "children": subs}
        return ("entry", {**value, "highlighted": False, **more})

    showcase, support = pages["trung-bay"], pages["ho-tro"]
    return [
        entry("Tin tức", "tin-tuc", [(c.title, c, "") for c in columns]),
        entry("Câu chuyện", "cau-chuyen"),
        entry(
            "Sản phẩm – giải pháp",
            "trung-bay",
            [("Đơn vị A–Z", showcase, ""), ("Sản phẩm, giải pháp", showcase, "?loai=san-pham")],
        ),
        entry(
            "Sự kiện",
            "su-kien",
            [
                ("Sắp diễn ra", pages["su-kien"], "?luc=sap"),
                ("Đã diễn ra", pages["su-kien"], "?luc=qua"),
            ],
        ),
        entry(
            "Hỗ trợ",
            "ho-tro",
            [
                ("Hướng dẫn chung", support, ""),
                ("Văn bản", pages["van-ban"], ""),
                ("Không gian", pages["khong-gian"], ""),
                ("Liên hệ", pages["lien-he"], ""),
            ],
        ),
        entry("Gửi giới thiệu", "gui-gioi-thieu", highlighted=True),
    ]
