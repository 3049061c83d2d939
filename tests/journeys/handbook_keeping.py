"""Scenes of the handbook: other kinds of content, the calendar, and what administrators keep."""

from tests.journeys.handbook_camera import Camera, panel, scene
from tests.journeys.handbook_deciding import LEADER
from tests.journeys.handbook_writing import EDITOR, start

ADMINISTRATOR = "quan-tri"


@scene("ket-qua-cau-chuyen")
def story(camera: Camera) -> None:
    page = camera.at(EDITOR, "/admin/noi-dung/cau-chuyen/")
    row = page.locator("tbody tr", has_text="Xem trên trang").first
    page = camera.at(EDITOR, row.get_by_role("link").first.get_attribute("href"), 1800)
    part = panel(page, "Con số 1")
    part.scroll_into_view_if_needed()
    camera.shoot(page, "ket-qua-cau-chuyen", of=[part])


@scene("nguoi-trong-cau-chuyen")
def person(camera: Camera) -> None:
    page = camera.at(LEADER, "/admin/snippets/news/storyperson/")
    address = page.locator("main table td a").first.get_attribute("href")
    page = camera.at(LEADER, address)
    part = panel(page, "Đã đồng ý nêu tên và ảnh")
    camera.shoot(page, "nguoi-trong-cau-chuyen", part, of=[page.locator("[data-edit-form]")])


@scene("buoi-su-kien", "tinh-trang-su-kien")
def event(camera: Camera) -> None:
    page = start(camera, "su-kien", "", height=1900)
    page.fill("[name=title]", "Phiên chợ cuối năm")
    page.fill("[name='sessions-0-starts_at']", "19/12/2026 08:00")
    page.fill("[name='sessions-0-ends_at']", "19/12/2026 16:30")
    page.fill("[name='sessions-0-place']", "Sân nhà văn hóa tổ dân phố 5")
    page.keyboard.press("Escape")
    button = page.get_by_role("button", name="Thêm Buổi")
    camera.shoot(page, "buoi-su-kien", button, of=[panel(page, "Thời gian và địa điểm")])
    part = panel(page, "Tình trạng")
    part.scroll_into_view_if_needed()
    page.locator("[name=status]").select_option(label="Đổi ngày hoặc địa điểm")
    page.fill("[name=status_note]", "Dời sang 26/12 vì mưa lớn.")
    camera.shoot(page, "tinh-trang-su-kien", page.locator("[name=status]"), of=[part])


@scene("van-ban")
def document(camera: Camera) -> None:
    page = start(camera, "van-ban", "", height=1500)
    page.fill("[name=title]", "Về phát triển hệ sinh thái khởi nghiệp sáng tạo năm 2026")
    page.fill("[name=number]", "209/KH-UBND")
    camera.shoot(page, "van-ban", of=[page.locator("[name=title]"), panel(page, "Hiệu lực")])


@scene("lich", "muc-lich")
def calendar(camera: Camera) -> None:
    page = camera.at(EDITOR, "/admin/lich/", 1100)
    week = page.locator("tr", has=page.locator("#hom-nay"))
    week.scroll_into_view_if_needed()
    camera.shoot(page, "lich", page.locator("#hom-nay .pl-add"), of=[week], air=8)
    page.get_by_role("link", name="Điểm tin tuần").first.click()
    page.wait_for_load_state("networkidle")
    write = page.locator(".pl-facts").get_by_role("link", name="Viết")
    of = [page.locator(".pl-facts"), page.get_by_label("Người viết")]
    camera.shoot(page, "muc-lich", write, of=of)


@scene("danh-sach")
def listing(camera: Camera) -> None:
    page = camera.at(EDITOR, "/admin/noi-dung/tin-bai/", 760)
    page.get_by_role("button", name="Hiện bộ lọc").click()
    button = page.get_by_role("button", name="Hiện bộ lọc")
    of = [page.get_by_role("main")]
    camera.shoot(page, "danh-sach", button, of=of, air=0)


@scene("vai-tro")
def roles(camera: Camera) -> None:
    page = camera.at(ADMINISTRATOR, "/admin/users/new/")
    tab = page.get_by_role("tab", name="Vai trò").first
    tab.click()
    camera.shoot(page, "vai-tro", tab, of=[page.locator("#tab-roles")])


@scene("nghi")
def leave(camera: Camera) -> None:
    page = camera.at(ADMINISTRATOR, "/admin/leave/new/")
    camera.shoot(page, "nghi", of=[page.locator("main form")])


@scene("thuc-don")
def menu(camera: Camera) -> None:
    page = camera.at(ADMINISTRATOR, "/admin/settings/home/menusettings/")
    camera.shoot(page, "thuc-don", of=[page.get_by_role("main")], air=0)


@scene("bao-cao")
def report(camera: Camera) -> None:
    page = camera.at(LEADER, "/admin/reports/dang-cho/", 420)
    more = page.get_by_role("button", name="Thao tác", exact=True).first
    camera.shoot(page, "bao-cao", more, of=[page.get_by_role("main")], air=0)
