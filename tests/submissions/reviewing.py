"""People and submissions for tests of reviewing."""

from types import SimpleNamespace

from django.test import Client
from django.utils import timezone

from accounts.roles import Role
from home.services import setup_staff
from submissions.models import Purpose, Submission
from tests.accounts.cast import editor_of, member
from tests.factories.home import make_site
from tests.factories.showcase import NeighbourhoodFactory, SectorFactory
from tests.factories.submissions import (
    ConsentFactory,
    ConsentTextFactory,
    SenderFactory,
    SubmissionFactory,
)

SENDER = {
    "name": "Bàn Thị Mười",
    "role": "Tổ trưởng",
    "phone": "+84987654321",
    "email": "ban.muoi@mau.example",
    "zalo": "+84911222333",
    "address": "Số 7 ngõ 12, tổ 9",
}
TRACES = (
    "Bàn Thị Mười", "0987 654 321", "987654321", "ban.muoi@mau.example", "0911 222 333",
    "911222333", "Số 7 ngõ 12",
)  # fmt: skip
"""Strings of the person that may stand in plain tables alone."""


def house():
    """A site with staff: an editor of the showcase, one of the stories, a contributor and more."""
    home = make_site()
    setup_staff()
    sections = {page.slug: page.specific for page in home.get_children()}
    return SimpleNamespace(
        home=home,
        sections=sections,
        editor=editor_of(sections["trung-bay"], username="bien-tap-trung-bay"),
        colleague=editor_of(sections["trung-bay"], username="dong-nghiep-trung-bay"),
        storyteller=editor_of(sections["cau-chuyen"], username="bien-tap-chuyen"),
        approver=member(Role.APPROVER, username="nguoi-duyet"),
        contributor=member(Role.CONTRIBUTOR, username="cong-tac"),
        reporter=member(Role.REPORTER, username="bao-cao-vien"),
    )


def client_of(user):
    """A browser of its own."""
    client = Client()
    client.force_login(user)
    return client


def unit_payload(**more):
    """Answers of a new unit with its first product."""
    return {
        "unit_name": "Tổ hợp tác Nà Khoang",
        "legal_form": "cooperative_group",
        "neighbourhood": None,
        "title": "Miến dong Nà Khoang",
        "product_kind": "product",
        "tagline": "Miến củ dong đỏ, tráng tay.\nPhơi nắng.",
        "sectors": [],
        "readiness": "market",
        "problem": "Bột củ dong bán thô được ít tiền.\n\nNay tráng thành miến.",
        "solution": "Ngâm, lọc, tráng.",
        "for_whom": "Nhà hàng",
        "price_note": "70.000 đồng/kg",
        "buy_at": "Chợ trung tâm",
        "website": "https://www.facebook.com/miennakhoang",
        "ocop_stars": 3,
        "about": "Tám hộ làm miến dong.",
        "stage": "growth",
        "founded_year": 2019,
    } | more


def sent(kind="don-vi", purposes=(), proved=True, sender=None, **more):
    """A submission of somebody proved, with the consent to handle it and `purposes`."""
    if kind == "don-vi":
        more.setdefault("payload", unit_payload())
    more.setdefault("title", more.get("payload", {}).get("title", "Miến dong"))
    row = SubmissionFactory(kind=kind, sender=None, **more)
    person = SENDER | (sender or {})
    SenderFactory(submission=row, phone_proved_at=timezone.now() if proved else None, **person)
    for purpose in (Purpose.HANDLING, *purposes):
        ConsentFactory(submission=row, text=ConsentTextFactory(purpose=purpose))
    return Submission.objects.select_related("sender").get(pk=row.pk)


def with_terms(payload):
    """The same with a sector and a neighbourhood that exist."""
    sector, place = SectorFactory(), NeighbourhoodFactory()
    return payload | {"sectors": [sector.pk], "neighbourhood": place.pk}, sector, place
