"""Filling the form in as a browser does."""

from bs4 import BeautifulSoup

from submissions.models import Submission
from submissions.services.setup import ensure_consent_texts
from tests.factories.showcase import NeighbourhoodFactory, SectorFactory, StartupPageFactory
from tests.factories.submissions import SubmissionPageFactory

FORM = "/gui-gioi-thieu/"
SLOW = 20
"""Seconds a person takes."""


def person(**more):
    """Answers about the sender."""
    return {"name": "Nông Văn Dũng", "phone": "0912 345 678", "email": "", **more}


def product(sector, **more):
    """Answers about a product."""
    return {
        "title": "Miến dong sợi tráng tay",
        "product_kind": "product",
        "tagline": "Miến củ dong riềng, tráng tay, phơi nắng.",
        "sectors": [sector.pk],
        "readiness": "market",
        **more,
    }


class Filling:
    """A site that takes submissions, and what is needed to fill one in."""

    def __init__(self, **page):
        self.page = SubmissionPageFactory(**page)
        self.texts = {text.purpose: text for text in ensure_consent_texts(unit="UBND phường Mẫu")}
        self.sector = SectorFactory()
        self.place = NeighbourhoodFactory()
        self.startup = StartupPageFactory(title="Tổ hợp tác Miến Nước Trong")

    def who(self, kind="san-pham", **more):
        """Answers of the first step."""
        if kind == "don-vi":
            more = {"unit_name": "Tổ Miến", "legal_form": "household",
                    "neighbourhood": self.place.pk, **more}  # fmt: skip
        else:
            more = {"trang": self.startup.pk, **more}
        return person(**more)

    def what(self, kind="san-pham", **more):
        """Answers of the second step."""
        if kind == "don-vi":
            more = {"about": "Làm miến dong.", "stage": "", **more}
        return product(self.sector, **more)

    def agreed(self, *purposes, texts=None):
        """Boxes ticked, and the versions of all texts."""
        data = {f"text_{name}": text.pk for name, text in (texts or self.texts).items()}
        return data | {f"ok_{name}": "on" for name in purposes or ("handling",)}


def soup_of(answer):
    """The page, parsed."""
    return BeautifulSoup(answer.content.decode(), "html.parser")


def hidden(answer):
    """The hidden values of the main form of a page."""
    form = soup_of(answer).select_one("main form.ff")
    return {tag["name"]: tag.get("value", "") for tag in form.select("input[type=hidden]")}


def walk(client, clock, filling, kind="san-pham", who=None, what=None, **headers):
    """Through all steps but the last; returns the address and hidden values of that one."""
    first = f"{FORM}{kind}/buoc-1/"
    data = hidden(client.get(first, **headers)) | (who or filling.who(kind))
    answer = client.post(first, data, **headers)
    assert answer.status_code == 302, [*soup_of(answer).select(".esum")]
    clock.shift(SLOW)
    answer = client.post(answer["Location"], what or filling.what(kind), **headers)
    assert answer.status_code == 302, [*soup_of(answer).select(".esum")]
    last = f"{FORM}{kind}/buoc-4/"
    return last, hidden(client.get(last, **headers))


def send(client, clock, filling, *purposes, kind="san-pham", **more):
    """The whole way; the answer to the last click, and what was stored."""
    last, data = walk(client, clock, filling, kind, **more)
    headers = {key: value for key, value in more.items() if key not in ("who", "what")}
    answer = client.post(last, data | filling.agreed(*purposes), **headers)
    return answer, Submission.objects.order_by("pk").last()
