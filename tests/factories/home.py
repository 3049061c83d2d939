"""Home page, plain pages, identity, and a whole site frame."""

import factory
from wagtail.models import Page, Site

from events.models import EventIndexPage, SpaceIndexPage
from home.models import ContactPage, HomePage, Notice, SiteIdentity, StandardPage
from library.models import LegalDocumentIndexPage
from news.models import NewsIndexPage, StoryIndexPage
from showcase.models import ShowcaseIndexPage
from tests.factories.pages import BasePageFactory


def site_root():
    """The tree's root."""
    return Page.get_first_root_node()


class HomePageFactory(BasePageFactory):
    title = "Đổi mới sáng tạo"
    slug = "trang-chu"
    parent = factory.LazyFunction(site_root)

    class Meta:
        model = HomePage

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        home = super()._create(model_class, *args, **kwargs)
        site, _ = Site.objects.get_or_create(
            is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
        )
        old, site.root_page = site.root_page, home
        site.save()
        if old.pk != home.pk and old.title.startswith("Welcome"):
            old.delete()
        home.refresh_from_db()
        return home


class StandardPageFactory(BasePageFactory):
    title = factory.Sequence(lambda n: f"Trang thông tin {n}")

    class Meta:
        model = StandardPage


class ContactPageFactory(BasePageFactory):
    title = "Liên hệ"

    class Meta:
        model = ContactPage


class NoticeFactory(factory.django.DjangoModelFactory):
    text = "Hạn chót nộp hồ sơ"

    class Meta:
        model = Notice


def set_identity(**values):
    """Change the identity of the default site."""
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    for key, value in values.items():
        setattr(identity, key, value)
    identity.save()
    return identity


SECTIONS = [
    ("tin-tuc", NewsIndexPage, "Tin tức"),
    ("cau-chuyen", StoryIndexPage, "Câu chuyện khởi nghiệp"),
    ("trung-bay", ShowcaseIndexPage, "Sản phẩm – giải pháp"),
    ("su-kien", EventIndexPage, "Sự kiện"),
    ("khong-gian", SpaceIndexPage, "Không gian khởi nghiệp"),
    ("van-ban", LegalDocumentIndexPage, "Văn bản"),
]


def make_site():
    """A home page with one index page for each section, all live."""
    home = HomePageFactory()
    for slug, model, title in SECTIONS:
        home.add_child(instance=model(title=title, slug=slug))
    home.refresh_from_db()
    return home
