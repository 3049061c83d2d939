"""A site with staff: one person per role, and one of each thing they may lay hands on.

Made once for a module (`stage`); each test then works in a savepoint of its own.
"""

import io
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail.blocks import BlockWidget
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import (
    Page,
    PageViewRestriction,
    Site,
    UploadedFile,
    get_root_collection_id,
)
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from accounts.models import Leave, Section
from accounts.roles import GROUP_NAMES, Role
from core.models import BasePage, Tag
from feedback.models import Remark
from home.models import MenuSettings
from home.services import setup_staff
from library.models import CustomDocument, CustomImage
from mailing.models import OutgoingMail
from news.models import ArticlePage, StoryPerson
from showcase.models import Contact, Founder
from tests.factories.accounts import UserFactory
from tests.factories.core import PlanTaskFactory, TopicFactory
from tests.factories.home import NoticeFactory, make_site, set_identity
from tests.factories.library import DocumentFactory, make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.planning import PieceTemplateFactory, PlanEntryFactory
from tests.factories.proofing import OfficialNameFactory
from tests.factories.search import SynonymFactory
from tests.factories.showcase import NeighbourhoodFactory, SectorFactory, StartupPageFactory
from tests.factories.submissions import (
    ConsentTextFactory,
    DataRequestFactory,
    EventCodeFactory,
    SubmissionFactory,
    SubmissionFileFactory,
)
from workflow.models import EditorialSettings, Publication
from workflow.services import decide, publish_by_system, submit
from workflow.services.links import share_draft

C, E, D, Q, B, O, S, X = LETTERS = "CEDQBOSX"  # noqa: E741
"""C contributor, E editor of column A, D approver (duyệt), Q administrator (quản trị), B reporter
(báo cáo), O operator (a superuser), S stranger (an account without a role), X not signed in."""

HOUSE = "CEDQBO"
"""Everybody who may enter the admin at all."""

SECRET = "Chữ chỉ có trong bản nháp"


class Cast:
    """Who is there and what they may try. Things are fetched anew at each asking."""

    def __init__(self):
        self.people = {}
        self.keys = {}
        self.models = {}

    def keep(self, name, thing):
        self.keys[name] = thing.pk
        self.models[name] = type(thing)
        return thing

    def get(self, name):
        """The thing as the database has it now."""
        return self.models[name]._default_manager.get(pk=self.keys[name])

    def client(self, letter):
        """A browser of its own for this person."""
        client = Client()
        if letter != X:
            client.force_login(self.people[letter])
        return client


def stage(django_db_setup, django_db_blocker):
    """For `pytest.fixture(scope="module")`: the cast, rolled back after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_cast()
        transaction.set_rollback(True)


def make_cast():
    """Everybody and everything."""
    cast = Cast()
    home = make_site()
    cast.keep("home", home)
    cast.keep("root", Page.get_first_root_node())
    cast.keep("a", ColumnPageFactory(title="Chuyên mục A"))
    cast.keep("b", ColumnPageFactory(title="Chuyên mục B"))
    setup_staff()
    _people(cast)
    _pages(cast)
    _files(cast)
    _tables(cast)
    _frame(cast)
    _sent_in(cast)
    return cast


def member(role, **more):
    """A person with the group of a role."""
    user = UserFactory(**more)
    user.groups.add(Group.objects.get(name=GROUP_NAMES[role]))
    return user


def editor_of(page, **more):
    """An editor of one section."""
    user = UserFactory(**more)
    user.groups.add(Section.objects.get(page=page).group)
    return user


def draft(parent, owner, title, **more):
    """A draft with two revisions of its owner."""
    page = ArticlePageFactory(
        parent=parent, owner=owner, title=title, live=False, first_published_at=None, **more
    )
    page.save_revision(user=owner, clean=False)
    page.sapo = SECRET
    page.save_revision(user=owner, clean=False)
    return page


def refreshed(page):
    return type(page).objects.get(pk=page.pk)


def decide_as(page, user, approve=True, comment=""):
    """What `decide` does with the step the page stands at."""
    state = refreshed(page).current_workflow_task_state
    return decide(state_id=state.pk, user=user, approve=approve, comment=comment)


def _people(cast):
    named = {
        C: member(Role.CONTRIBUTOR, username="cong-tac-vien"),
        E: editor_of(cast.get("a"), username="bien-tap-a"),
        D: member(Role.APPROVER, username="duyet"),
        Q: member(Role.ADMINISTRATOR, username="quan-tri"),
        B: member(Role.REPORTER, username="bao-cao"),
        O: UserFactory(username="van-hanh", is_superuser=True),
        S: UserFactory(username="nguoi-la"),
    }
    cast.people.update(named)
    cast.keep("colleague", member(Role.CONTRIBUTOR, username="dong-nghiep"))
    cast.keep("operator", named[O])
    cast.keep("group", Group.objects.get(name=GROUP_NAMES[Role.CONTRIBUTOR]))


def _pages(cast):
    me, other = cast.people[C], cast.get("colleague")
    a, b = cast.get("a"), cast.get("b")
    cast.keep("own", draft(a, me, "Nháp của tôi"))
    cast.keep("others", draft(a, other, "Nháp của đồng nghiệp"))
    cast.keep("elsewhere", draft(b, other, "Nháp ở chuyên mục khác"))
    for name, parent, owner in (("live", a, me), ("live_b", b, other)):
        page = ArticlePageFactory(parent=parent, owner=owner, title=f"Trên trang {name}")
        publish_by_system(page=page, user=owner, cause="dựng cảnh")
        page = refreshed(page)
        page.sapo = SECRET
        page.save_revision(user=owner, clean=False)
        cast.keep(name, page)
    editing = cast.keep("editing", draft(a, me, "Đang biên tập"))
    submit(page=refreshed(editing), user=me)
    frozen = cast.keep("frozen", draft(a, me, "Đang chờ duyệt"))
    submit(page=refreshed(frozen), user=me)
    decide_as(frozen, cast.people[E])
    soon = timezone.now() + timedelta(days=2)
    scheduled = cast.keep("scheduled", draft(a, me, "Hẹn giờ", go_live_at=soon))
    submit(page=refreshed(scheduled), user=me)
    decide_as(scheduled, cast.people[E])
    decide_as(scheduled, cast.people[D])
    assert refreshed(scheduled).scheduled_revision
    assert refreshed(frozen).is_frozen
    cast.keep("story", StoryPageFactory(title="Câu chuyện"))
    cast.keep("startup", StartupPageFactory(title="Đơn vị"))
    alias = cast.keep("alias", draft(a, other, "Bản sao"))  # none can be made: see its test
    Page.objects.filter(pk=alias.pk).update(alias_of=cast.keys["others"])
    for name in ("own", "live", "scheduled"):
        page = cast.get(name)
        cast.keep(f"{name}_revision", page.get_latest_revision())
        cast.keep(f"{name}_first_revision", page.revisions.order_by("pk").first())
    for name in ("editing", "frozen"):
        state = cast.get(name).current_workflow_task_state
        cast.keep(f"{name}_state", state)
        cast.keep(f"{name}_task", state.task)
        cast.keep(f"{name}_workflow_state", state.workflow_state)
        cast.keep(f"{name}_workflow", state.workflow_state.workflow)


def _files(cast):
    """A file of column A's collection and one of the root's, of others; one of the contributor."""
    other = cast.get("colleague")
    places = {
        "in_a": (Section.objects.get(page=cast.get("a")).collection, other),
        "in_b": (Section.objects.get(page=cast.get("b")).collection, other),
        "mine": (None, cast.people[C]),
    }
    for name, (collection, owner) in places.items():
        image = make_image(title=f"Ảnh {name}")
        image.collection_id = collection.pk if collection else get_root_collection_id()
        image.uploaded_by_user = owner
        image.save()
        cast.keep(f"image_{name}", image)
        document = DocumentFactory(
            collection_id=image.collection_id, uploaded_by_user=owner, title=f"Tệp {name}"
        )
        cast.keep(f"document_{name}", document)
    cast.keep("collection", Section.objects.get(page=cast.get("a")).collection)
    for name, model in (("image", CustomImage), ("document", CustomDocument)):
        upload = UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(model),
            uploaded_by_user=cast.people[O],
            file=ContentFile(b"%PDF-1.7", name=f"cho-{name}.pdf"),
        )
        cast.keep(f"upload_{name}", upload)


def _tables(cast):
    today = timezone.localdate()
    startup, story = cast.get("startup"), cast.get("story")
    things = {
        "core.topic": TopicFactory(),
        "core.plantask": PlanTaskFactory(),
        "core.tag": Tag.objects.create(name="gốm"),
        "home.notice": NoticeFactory(),
        "news.storyperson": StoryPerson.objects.create(story=story, name="Một người"),
        "proofing.officialname": OfficialNameFactory(name="Trung tâm Khởi nghiệp"),
        "planning.piecetemplate": PieceTemplateFactory(),
        "search.synonym": SynonymFactory(),
        "showcase.contact": Contact.objects.create(
            startup=startup, kind=Contact._meta.get_field("kind").choices[0][0], value="0900000000"
        ),
        "showcase.founder": Founder.objects.create(startup=startup, name="Một người"),
        "showcase.neighbourhood": NeighbourhoodFactory(),
        "showcase.sector": SectorFactory(),
        "submissions.consenttext": ConsentTextFactory(),
        "submissions.eventcode": EventCodeFactory(),
        "feedback.remark": Remark.objects.create(text="Bài dễ hiểu", page=cast.get("live")),
        "accounts.leave": Leave.objects.create(
            user=cast.get("colleague"),
            substitute=cast.people[C],
            starts_on=today + timedelta(days=20),
            ends_on=today + timedelta(days=21),
        ),
    }
    for label, thing in things.items():
        cast.keep(label, thing)


def _frame(cast):
    site = Site.objects.get(is_default_site=True)
    cast.keep("site", site)
    cast.keep("home.siteidentity", set_identity())
    cast.keep("home.menusettings", MenuSettings.for_site(site))
    cast.keep("workflow.editorialsettings", EditorialSettings.load())
    _desk(cast)
    _plan(cast)
    cast.keep("redirect", Redirect.objects.create(old_path="/cu", redirect_link="/tin-tuc/"))
    query = Query.get("gốm")
    SearchPromotion.objects.create(query=query, page=cast.get("live"), description="")
    cast.keep("query", query)
    block = next(iter(ArticlePage.body.field.stream_block.child_blocks.values()))
    cast.keys["block"] = block.definition_prefix


def _desk(cast):
    """A shared draft, an urgent publication (in the record alone) and a mail that waits."""
    page, other = cast.get("others"), cast.get("colleague")
    revision = page.get_latest_revision()
    link, _token = share_draft(page=page, user=other, recipient="Tổ trưởng tổ 5", days=7)
    cast.keep("share", link)
    record = Publication.objects.create(
        page_id=page.pk, page_title=page.title, revision_id=revision.pk, way=Publication.Way.URGENT,
        content_hash="0" * 64, reason="Báo bão", decided_by=cast.people[O],
    )  # fmt: skip
    cast.keep("urgent", record)
    mail = OutgoingMail.objects.create(to="a@mau.example", kind="thu", subject="Thử", attempts=1)
    cast.keep("mail", mail)


def _sent_in(cast):
    """A submission about the showcase with a picture, and a request about its data."""
    row = cast.keep("submission", SubmissionFactory())
    picture = io.BytesIO()
    Image.new("RGB", (60, 40), "sienna").save(picture, "JPEG")
    file = ContentFile(picture.getvalue(), name="a.jpg")
    cast.keep("submission_file", SubmissionFileFactory(submission=row, file=file))
    cast.keep("data_request", DataRequestFactory(submission=row))


def _plan(cast):
    """An entry of the contributor's, and a colleague's that repeats one written in column B."""
    cast.keep("plan_own", PlanEntryFactory(writer=cast.people[C]))
    other = cast.get("colleague")
    before = PlanEntryFactory(writer=other, page=cast.get("live_b").basepage_ptr, days=-300)
    cast.keep("plan_others", PlanEntryFactory(writer=other, repeats_from=before))


# --- posting -----------------------------------------------------------------------------------
def fields_of(form, **changes):
    """What a browser would post of an editing form, with some changes; one paragraph as body."""
    data = {}
    for bound in form:
        if isinstance(bound.field.widget, BlockWidget):
            data |= nested_form_data(
                {bound.name: streamfield([("paragraph", rich_text("<p>Chữ</p>"))])}
            )
        elif isinstance(value := bound.value(), (list, tuple, QuerySet)):
            data[bound.name] = [str(getattr(each, "pk", each)) for each in value]
        elif value not in (None, False):
            data[bound.name] = bound.field.widget.format_value(value) or ""
    for formset in form.formsets.values():
        data |= nested_form_data({formset.prefix: inline_formset([])})
    tags = [name for name in data if name == "tags"]
    return data | dict.fromkeys(tags, "") | changes


def post_edit(client, page, url=None, **changes):
    """Post the editing form of a page, read with rights nobody lacks."""
    form_class = page.get_edit_handler().get_form_class()
    operator = get_user_model().objects.filter(is_superuser=True).first()
    form = form_class(
        instance=page.get_latest_revision_as_object(),
        parent_page=page.get_parent(),
        for_user=operator,
    )
    url = url or reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, fields_of(form, **changes))


# --- what came of it ---------------------------------------------------------------------------
LOGIN, HOME = "/tai-khoan/dang-nhap/", "/admin/"
WAGTAILS = "/admin/login/"  # written into its view of unknown addresses; leads to ours


def is_refused(answer):
    """403, 404, or sent to the sign-in page or, with a message, to the admin's first page."""
    if answer.status_code in (403, 404):
        return True
    if answer.status_code != 302:
        return False
    return answer["Location"].split("?")[0] in (LOGIN, WAGTAILS, HOME)


def public_state():
    """Everything a visitor could tell apart: what is visible, where, with which words."""
    rows = BasePage.objects.visible().values_list(
        "pk", "url_path", "title", "sapo", "live_revision", "first_published_at"
    )
    closed = PageViewRestriction.objects.values_list("page_id", "restriction_type")
    return {row[0]: row for row in rows}, set(closed)


def went_out():
    """Publications but those of the machine."""
    return Publication.objects.exclude(way=Publication.Way.SYSTEM).filter(
        published_at__isnull=False
    )
