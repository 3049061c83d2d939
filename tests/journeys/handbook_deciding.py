"""Scenes of the handbook: what happens to a text that was sent, and to one that is public."""

import re

from tests.journeys.handbook_camera import PHONE, Camera, panel, scene
from tests.journeys.handbook_writing import EDITOR, WRITER, returned
from tests.journeys.test_editorial import letter_to

LEADER = "duyet"


def key_of(page):
    """The page somebody is editing."""
    return re.search(r"/pages/(\d+)/edit/", page.url)[1]


def published(camera, name, title, height=900):
    """A published article of the demo, opened from its listing."""
    page = camera.at(name, f"/admin/noi-dung/tin-bai/?q={title}")
    row = page.locator("tbody tr", has_text=title).first
    address = row.get_by_role("link").first.get_attribute("href")
    camera.at(name, "/admin/noi-dung/tin-bai/?xoa=1")
    return camera.at(name, address, height)


@scene("bai-dang-cho")
def waiting(camera: Camera) -> None:
    page = camera.at(WRITER, height=1000)
    page.locator(".dk-list li", has_text="Chờ Hoàng").first.get_by_role("link").click()
    page.wait_for_load_state("networkidle")
    details = page.locator("details", has_text="Gửi thư nhắc")
    details.locator("summary").click()
    button = page.get_by_role("button", name="Lấy lại để sửa")
    button.scroll_into_view_if_needed()
    camera.shoot(page, "bai-dang-cho", button, of=[details])


@scene("doc-va-duyet")
def read_and_approve(camera: Camera) -> None:
    page = camera.at(LEADER, height=1000)
    page.get_by_role("link", name="Đọc và duyệt").first.click()
    page.wait_for_load_state("networkidle")
    buttons = [page.get_by_role("button", name=n) for n in ("Duyệt đăng", "Trả lại kèm ý kiến")]
    buttons[0].scroll_into_view_if_needed()
    form = page.locator("form.wf-form").first
    camera.shoot(page, "doc-va-duyet", *buttons, of=[form])


@scene("duyet-dien-thoai", "duyet-dien-thoai-nut")
def by_phone(camera: Camera) -> None:
    text = letter_to(camera.mail, LEADER, "Chờ duyệt")
    page = camera.stranger(PHONE)
    page.goto(re.search(r"http://\S+/duyet/\S+/", text)[0])
    page.wait_for_load_state("networkidle")
    camera.shoot(page, "duyet-dien-thoai")
    button = page.get_by_role("button", name="Duyệt đăng")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    form = page.locator("form").last
    camera.shoot(page, "duyet-dien-thoai-nut", button, of=[form])


@scene("nut-ba-cham", "dang-khan")
def urgent(camera: Camera) -> None:
    address = returned(camera).url
    page = camera.at(LEADER, address)
    page.get_by_role("button", name="Thao tác", exact=True).first.click()
    entry = page.get_by_role("link", name="Đăng khẩn")
    menu = page.locator("[data-tippy-root]").last
    head = page.locator(".w-slim-header, header").first
    camera.shoot(page, "nut-ba-cham", entry, of=[menu, head])
    page = camera.at(LEADER, f"/admin/quy-trinh/{key_of(page)}/dang-khan/")
    page.get_by_label("Lý do đăng khẩn").fill("Cảnh báo lũ ống đêm nay, không chờ được.")
    button = page.get_by_role("button", name="Đăng khẩn ngay")
    camera.shoot(page, "dang-khan", button, of=[page.locator(".wf-lead"), page.locator(".wf-form")])


@scene("dinh-chinh", "sua-nho")
def mend(camera: Camera) -> None:
    page = published(camera, EDITOR, "Mười chín hũ vỡ", 1400)
    page.get_by_role("button", name="Thêm Đính chính").click()
    part = panel(page, "Đính chính")
    part.scroll_into_view_if_needed()
    part.locator("textarea").first.fill("Bản trước ghi 30 hộ. Đúng là 13 hộ.")
    button = page.get_by_role("button", name="Thêm Đính chính")
    camera.shoot(page, "dinh-chinh", button, of=[part])
    page = published(camera, EDITOR, "Đếm đồ trong bốn mươi sáu túi")
    sapo = page.input_value("[name=sapo]")
    page.fill("[name=sapo]", sapo.rstrip(".") + ", nhất là đồ gốm.")
    with page.expect_navigation():
        page.get_by_role("button", name="Lưu bản nháp").click()
    page = camera.at(EDITOR, f"/admin/quy-trinh/{key_of(page)}/sua-nho/")
    button = page.get_by_role("button", name="Gửi duyệt sửa nhỏ")
    of = [page.locator(".wf-lead"), page.locator(".chg"), page.locator(".wf-form")]
    camera.shoot(page, "sua-nho", button, of=of)


@scene("hen-gio")
def schedule(camera: Camera) -> None:
    page = returned(camera)
    page.locator("[data-side-panel-toggle=status]").click()
    page.get_by_role("button", name="Hẹn giờ").click()
    dialog = page.locator(".w-dialog__box", has_text="Đặt giờ đăng")
    dialog.wait_for()
    button = dialog.get_by_role("button", name="Lưu giờ hẹn")
    camera.shoot(page, "hen-gio", button, of=[dialog])


@scene("go-bai")
def withdraw(camera: Camera) -> None:
    page = published(camera, LEADER, "Đếm đồ trong bốn mươi sáu túi")
    page = camera.at(LEADER, f"/admin/quy-trinh/{key_of(page)}/go/")
    page.get_by_label("Lý do gỡ").select_option(label="Nội dung không còn đúng")
    page.get_by_label("Lời báo cho bạn đọc").fill("Đợt hỗ trợ trong bài đã hết ngày 20/11/2026.")
    button = page.get_by_role("button", name="Gỡ bài")
    camera.shoot(page, "go-bai", button, of=[page.locator(".wf-lead"), page.locator(".wf-form")])


@scene("chia-se", "nguoi-ngoai-tra-loi")
def share(camera: Camera) -> None:
    page = returned(camera)
    page = camera.at(WRITER, f"/admin/quy-trinh/{key_of(page)}/chia-se/")
    page.get_by_label("Gửi cho ai").fill("chị Hoàng Thị Mai, nhân vật")
    page.get_by_role("button", name="Tạo đường dẫn").click()
    field = page.locator("#dia-chi")
    field.wait_for()
    address = field.input_value()
    button = page.get_by_role("button", name="Chép đường dẫn")
    of = [page.locator(".wf-address"), page.locator(".wf-table")]
    camera.shoot(page, "chia-se", button, of=of)
    page = camera.stranger(PHONE)
    page.goto(address)
    page.get_by_label("Đồng ý, đăng được").check()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    button = page.get_by_role("button", name="Gửi câu trả lời")
    camera.shoot(page, "nguoi-ngoai-tra-loi", button, of=[page.locator("form").last])
