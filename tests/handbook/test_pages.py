"""The handbook: what lies in `docs/` is what people read."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from handbook import pages as handbook
from handbook.pages import BOOKS, HandbookPage
from tests.factories.accounts import UserFactory
from tests.journeys.handbook_camera import HEAVIEST
from tests.journeys.handbook_shots import NAMES

ALL = [page for book in BOOKS for page in handbook.pages(book)]
LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.fixture
def reader(db):
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.fixture
def written(tmp_path, settings):
    """A handbook of one page."""
    settings.BASE_DIR = tmp_path
    folder = tmp_path / "docs" / "huong-dan"
    (folder / "anh").mkdir(parents=True)

    def write(text, name="02-viet-tin.md"):
        (folder / name).write_text(text, "utf-8")
        return folder

    return write


@pytest.mark.parametrize("page", ALL, ids=lambda page: f"{page.book}/{page.slug}")
def test_every_page_has_a_title_says_what_it_is_for_and_leads_only_to_what_is_there(page):
    assert page.source.startswith("# ")
    assert page.summary.endswith((".", "!", "?"))
    for target in LINK.findall(page.source):
        if "://" not in target and not target.startswith("#"):
            assert (page.path.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("book", BOOKS)
def test_no_picture_lies_about_unused(book):
    used = {target for page in handbook.pages(book) for target in LINK.findall(page.source)}
    lying = {f"anh/{path.name}" for path in (handbook.folder(book) / "anh").glob("*.*")}
    assert lying <= used


def test_each_picture_for_editors_is_taken_by_the_script_and_the_script_takes_no_other():
    pages = handbook.pages("huong-dan")
    used = [name for page in pages for name in LINK.findall(page.source) if "anh/" in name]
    assert sorted(used) == sorted(f"anh/{name}.jpg" for name in NAMES)
    assert len(NAMES) <= 40


@pytest.mark.parametrize("book", BOOKS)
def test_pictures_are_light_and_say_in_words_what_is_seen(book):
    for path in (handbook.folder(book) / "anh").glob("*.jpg"):
        assert path.stat().st_size <= HEAVIEST, path.name
    for page in handbook.pages(book):
        assert "![](" not in page.source, page.slug


def test_a_page_is_rendered_with_its_links_and_pictures_in_the_admin(written):
    folder = written(
        "# Viết tin\n\nTừ *nháp* đến [gửi](03-gui.md).\n\n## Ảnh\n\n"
        "![Nút Viết](anh/nut-viet.jpg) [máy chủ](../van-hanh/01-cai-dat.md#dat) "
        "[web](https://example.vn/)\n\n<script>x</script>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    page = HandbookPage("huong-dan", "viet-tin", folder / "02-viet-tin.md")
    html = page.html()
    assert (page.title, page.summary) == ("Viết tin", "Từ nháp đến gửi.")
    for part in (
        'href="../gui/"',
        'src="../anh/nut-viet.jpg"',
        'alt="Nút Viết"',
        'href="../../van-hanh/cai-dat/#dat"',
        'href="https://example.vn/"',
        "&lt;script&gt;",
        "<table>",
    ):
        assert part in html
    assert "<h1>" not in html


def test_contents_lead_to_the_pages_and_each_page_to_the_next(written, reader):
    written("# Viết tin\n\nMột việc.\n")
    written("# Gửi duyệt\n\nViệc sau.\n", "03-gui.md")
    written("không phải trang", "ghi-chu.md")
    text = reader.get(reverse("handbook_contents")).content.decode()
    assert text.index("Viết tin") < text.index("Gửi duyệt")
    assert "Sổ tay vận hành" not in text
    page = reader.get(reverse("handbook_page", args=["huong-dan", "viet-tin"])).content.decode()
    assert reverse("handbook_page", args=["huong-dan", "gui"]) in page


@pytest.mark.parametrize("path", ["huong-dan/khong-co/", "khac/viet-tin/", "huong-dan/anh/x.jpg"])
def test_what_is_not_there_is_not_found(written, reader, path):
    written("# Viết tin\n\nMột việc.\n")
    assert reader.get(f"/admin/so-tay/{path}").status_code == 404


def test_only_pictures_of_the_book_are_given_out(written, reader):
    folder = written("# Viết tin\n\nMột việc.\n")
    (folder / "anh" / "nut.png").write_bytes(b"png")
    (folder / "anh" / "khoa.pem").write_text("bí mật")
    assert reader.get("/admin/so-tay/huong-dan/anh/nut.png").status_code == 200
    assert reader.get("/admin/so-tay/huong-dan/anh/khoa.pem").status_code == 404
    for name in ("../02-viet-tin.md", "..", "/etc/passwd", ""):
        assert handbook.picture("huong-dan", name) is None


def test_strangers_are_sent_to_sign_in(written):
    written("# Viết tin\n\nMột việc.\n")
    assert Client().get(reverse("handbook_page", args=["huong-dan", "viet-tin"])).status_code == 302


def test_the_help_menu_leads_here_and_not_to_english_pages(reader):
    text = reader.get(reverse("wagtailadmin_home")).content.decode()
    assert "/admin/so-tay/" in text
    assert "guide.wagtail.org" not in text
    assert "whats-new" not in text


def test_the_servers_book_is_listed_for_those_who_run_things(written, reader):
    folder = written("# Viết tin\n\nMột việc.\n")
    (folder.parent / "van-hanh").mkdir()
    (folder.parent / "van-hanh" / "01-cai-dat.md").write_text("# Cài đặt\n\nMáy.\n", "utf-8")
    assert "Sổ tay vận hành" in reader.get(reverse("handbook_contents")).content.decode()
    editor = UserFactory()
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(editor)
    text = client.get(reverse("handbook_contents")).content.decode()
    assert "Viết tin" in text
    assert "Sổ tay vận hành" not in text
