"""Scenes of the handbook: signing in and writing."""

import io
import os
from pathlib import Path

from PIL import Image

from tests.journeys.handbook_camera import Camera, panel, scene

CLIPBOARD = Path(__file__).resolve().parents[1] / "writing" / "clipboard" / "word365.html"
TITLE = "Tổ dệt mở cửa sáng thứ bảy, ai cũng thử được khung"
SAPO = "Sáu khung cửi, một buổi sáng. Người đến thử không cần biết dệt, chỉ cần đi giày thấp."
ALT = "Hai người ngồi trước khung cửi, một người đang luồn thoi"
COPY = """async (html) => navigator.clipboard.write([new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob(['chữ'], { type: 'text/plain' }),
})])"""
WRITER, EDITOR = "cong-tac-vien", "bien-tap"


def start(camera, kind="tin-tuc", place="Hoạt động của phường", template="", height=900):
    """A new page, opened as a person opens it."""
    page = camera.at(WRITER if kind == "tin-tuc" else EDITOR, f"/admin/viet/{kind}/", height)
    if template:
        page.get_by_label(template).check()
    if "/pages/add/" not in page.url:  # where there is but one place, nothing is asked
        choices = page.locator(".pl-choice")
        (choices.filter(has_text=place) if place else choices).first.click()
    page.wait_for_url("**/pages/add/**")
    page.wait_for_load_state("networkidle")
    page.wait_for_function("window.wagtail?.editHandler")
    return page


def returned(camera, height=900):
    """The writer's piece that came back."""
    page = camera.at(WRITER, height=height)
    row = page.locator("#desk-mine li, .dk-list li", has_text="Được trả lại")
    return camera.at(WRITER, row.first.get_by_role("link").get_attribute("href"), height)


@scene("dang-nhap")
def sign_in(camera: Camera) -> None:
    page = camera.stranger({"width": 760, "height": 760})
    page.goto(f"{camera.portal}/admin/")
    page.fill("[name=login]", EDITOR)
    button = page.get_by_role("button", name="Đăng nhập")
    camera.shoot(page, "dang-nhap", button, of=[page.get_by_role("main")])


@scene("bat-hai-lop")
def second_factor(camera: Camera) -> None:
    page = camera.at(WRITER, "/tai-khoan/hai-lop/bat/", 1300)
    page.set_viewport_size({"width": 760, "height": 1300})
    camera.shoot(
        page,
        "bat-hai-lop",
        page.get_by_role("button", name="Bật", exact=True),
        of=[page.get_by_role("main")],
    )


@scene("ban-bien-tap", "cho-ban-duyet")
def desk(camera: Camera) -> None:
    page = camera.at(EDITOR)
    camera.shoot(page, "ban-bien-tap", page.get_by_role("link", name="Viết tin"))
    button = page.get_by_role("link", name="Đọc và duyệt").first
    camera.shoot(page, "cho-ban-duyet", button, of=[page.locator(".dk-main .w-panel").first])


@scene("viet-chon-loai", "viet-chon-cho")
def where_to_write(camera: Camera) -> None:
    page = camera.at(WRITER, "/admin/viet/")
    choice = page.locator(".pl-choice", has_text="Tin tức").first
    camera.shoot(page, "viet-chon-loai", choice, of=[page.locator(".pl-choices")])
    page = camera.at(WRITER, "/admin/viet/tin-tuc/")
    column = page.get_by_role("button", name="Hoạt động của phường")
    camera.shoot(page, "viet-chon-cho", column, of=[page.locator(".pl-start")])


@scene("soan-bai", "luu-va-gui")
def the_form(camera: Camera) -> None:
    page = start(camera)
    page.fill("[name=title]", TITLE)
    page.fill("[name=sapo]", SAPO)
    page.wait_for_timeout(4000)
    button = page.get_by_role("button", name="Chọn ảnh").first
    camera.shoot(page, "soan-bai", button, of=[page.locator("[name=title]"), panel(page, "Sapo")])
    send = page.get_by_role("button", name="Gửi để duyệt")
    camera.shoot(page, "luu-va-gui", send, of=[page.locator("footer .actions").first], air=40)


@scene("tai-anh")
def upload(camera: Camera) -> None:
    page = start(camera, height=1250)
    page.get_by_role("button", name="Chọn ảnh").first.click()
    page.get_by_role("tab", name="Tải lên").click()
    form = page.locator(".modal form", has=page.locator("input[type=file]"))
    out = io.BytesIO()
    Image.frombytes("L", (40, 25), os.urandom(1000)).resize((1600, 1000)).save(out, "JPEG")
    picture = {"name": "khung-cui.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}
    form.locator("input[type=file]").set_input_files(picture)
    form.locator("[name$=description]").fill(ALT)
    form.locator("[name$=credit]").fill("Ảnh: Lường Thị Mai")
    button = form.get_by_role("button", name="Tải lên")
    camera.shoot(page, "tai-anh", button, of=[form])


@scene("anh-hang-loat")
def many_pictures(camera: Camera) -> None:
    page = camera.at(WRITER, "/admin/images/multiple/add/")
    camera.shoot(page, "anh-hang-loat", page.locator(".drop-zone"), of=[page.locator("main form")])


@scene("bai-mau", "muc-kiem")
def template(camera: Camera) -> None:
    page = start(camera, template="Tin hoạt động", height=2400)
    page.fill("[name=title]", "Họp tổ dân phố số 3.")
    camera.shoot(page, "bai-mau", of=[panel(page, "Nội dung")])
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.locator("[data-side-panel-toggle=checks]").click()
    page.locator(".wf-findings").wait_for()
    again = page.get_by_role("button", name="Kiểm lại")
    camera.shoot(page, "muc-kiem", again, of=[page.locator(".wf-ready")])
    page.locator("[data-side-panel-toggle=checks]").click()


@scene("dan-tu-word")
def paste(camera: Camera) -> None:
    page = start(camera, height=2300)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=camera.portal)
    page.evaluate(COPY, CLIPBOARD.read_text("utf-8"))
    page.locator("[data-contentpath=body] [role=textbox]").first.click()
    page.keyboard.press("Control+v")
    page.get_by_text("bảng nằm ở khối riêng").wait_for()
    page.wait_for_timeout(800)
    camera.shoot(page, "dan-tu-word", of=[panel(page, "Nội dung")])


@scene("chon-khoi")
def blocks(camera: Camera) -> None:
    page = start(camera, height=1500)
    plus = page.locator("[data-contentpath=body]").get_by_role("button", name="Chèn khối").first
    plus.click()
    page.wait_for_timeout(500)
    camera.shoot(page, "chon-khoi", plus, of=[page.locator("[data-tippy-root]").last])


@scene("bai-tra-lai")
def came_back(camera: Camera) -> None:
    page = returned(camera)
    page.locator("[data-side-panel-toggle=status]").click()
    page.wait_for_timeout(600)
    link = page.get_by_text("Xem chi tiết").first
    toggle = page.locator("[data-side-panel-toggle=status]")
    send = page.get_by_role("button", name="Gửi lại để duyệt")
    camera.shoot(page, "bai-tra-lai", toggle, link, send)
    page.locator("[data-side-panel-toggle=status]").click()


@scene("hai-nguoi")
def two_at_once(camera: Camera) -> None:
    page = start(camera)
    page.wait_for_timeout(2500)
    page.fill("[name=title]", TITLE)
    page.wait_for_url("**/edit/")
    other = camera.at(EDITOR, page.url)
    other.wait_for_timeout(2500)
    other.fill("[name=sapo]", f"{SAPO} Vào cửa không mất tiền.")
    other.locator(".w-autosave-indicator__state--saved").wait_for()
    page.wait_for_timeout(1500)
    page.fill("[name=sapo]", SAPO)
    bar = page.locator(".kp-bars")
    page.get_by_role("alert").filter(has_text="Người khác vừa lưu một bản mới").wait_for()
    camera.shoot(page, "hai-nguoi", of=[bar, page.locator("[name=title]")])
