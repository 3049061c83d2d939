"""Success stories."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail.search import index

from core.blocks import StepsBlock
from core.checklist import Finding
from core.kinds import Kind
from core.listing import Listing, TopicFacet, YearFacet
from core.meta import Frame, Thing
from core.models import BasePage, ListingMixin, WithBody
from core.models import panels as shared
from core.related import related_to
from news.models.correction import corrections_panel
from news.querysets import StoryManager
from news.structured import describe_story
from vietnamese import name_sort_key

STORY_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class StoryListing(Listing):
    """Stories by topic and year."""

    facets = [TopicFacet(), YearFacet()]
    page_size = 12


class StoryIndexPage(ListingMixin, BasePage):
    """All success stories."""

    page_kind = Kind.LISTING
    page_description = _("Trang đầu của mục câu chuyện khởi nghiệp.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.StoryPage"]
    max_count = 1

    content_panels = [shared.TITLE, *ListingMixin.intro_panels]

    class Meta:
        verbose_name = _("trang câu chuyện")
        verbose_name_plural = _("trang câu chuyện")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the listing."""
        context = super().get_context(request, *args, **kwargs)
        stories = StoryPage.objects.visible().child_of(self).newest_first()
        context["listing"] = StoryListing(request, stories)
        return context


class StoryPage(WithBody, BasePage):
    """How someone began, what was hard, what came of it, and how others can do the same."""

    page_kind = Kind.STORY
    workflow_code = "editing"
    page_description = _("Chuyện một người, một nhóm: khó gì, làm sao, được gì, làm theo thế nào.")
    parent_page_types = ["news.StoryIndexPage"]
    subpage_types: list[str] = []

    startup = models.ForeignKey(
        "showcase.StartupPage",
        verbose_name=_("Đơn vị trong bài"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stories",
    )
    byline = models.CharField(_("Tác giả hoặc bút danh"), max_length=160, blank=True)
    quote = models.TextField(
        _("Câu nói đáng nhớ"),
        blank=True,
        help_text=_("Hiện lớn ở trang chủ. Chép đúng lời, đã được đồng ý."),
    )
    quote_by = models.CharField(_("Lời của"), max_length=120, blank=True)
    challenge = RichTextField(_("Cái khó lúc đầu"), blank=True, features=STORY_FEATURES)
    approach = RichTextField(_("Cách làm"), blank=True, features=STORY_FEATURES)
    replicate = StreamField(
        [("steps", StepsBlock())],
        verbose_name=_("Muốn làm theo"),
        blank=True,
        max_num=1,
        help_text=_("Các bước để người khác làm được như vậy."),
    )

    content_panels = [
        TitleFieldPanel(
            "title",
            placeholder=_("Tiêu đề câu chuyện"),
            help_text=_("Ai và điều đã đổi khác; nên dưới 120 chữ."),
        ),
        FieldPanel("sapo"),
        FieldPanel("startup"),
        shared.LEAD_IMAGE,
        MultiFieldPanel(
            [FieldPanel("quote"), FieldPanel("quote_by")], heading=_("Lời người trong chuyện")
        ),
        FieldPanel("challenge"),
        FieldPanel("approach"),
        InlinePanel("results", heading=_("Kết quả"), label=_("Con số"), max_num=6),
        FieldPanel("body"),
        InlinePanel("moments", heading=_("Các mốc"), label=_("Mốc")),
        FieldPanel("replicate"),
        InlinePanel("recognitions", heading=_("Được ghi nhận"), label=_("Ghi nhận")),
        corrections_panel(),
        FieldPanel("byline"),
        shared.FILING,
    ]
    search_fields = [
        *BasePage.search_fields,
        *WithBody.body_search_fields,
        index.SearchField("challenge"),
        index.SearchField("approach"),
        index.SearchField("quote"),
    ]

    objects = StoryManager()

    class Meta:
        verbose_name = _("câu chuyện khởi nghiệp")
        verbose_name_plural = _("câu chuyện khởi nghiệp")

    @cached_property
    def visible_startup(self) -> Any:
        """The startup, if the public may see it."""
        return self.startup if self.startup and self.startup.is_visible() else None

    def checklist(self) -> list[Finding]:
        """Adds whether the people named agreed, and figures without a source."""
        agreed = list(self.people.values_list("consented", flat=True)) if self.pk else []
        bare = [result for result in self.results.all() if not result.source]
        found = super().checklist()
        if agreed:
            figure = _("%(good)s trên %(all)s") % {"good": sum(agreed), "all": len(agreed)}
            words = str(_("Người được nêu tên đã đồng ý:"))
            found.insert(0, Finding(words, figure, good=all(agreed)))
        bare_words = _("Con số chưa ghi nguồn: “%s”")
        found += [Finding(bare_words % row.label, good=False) for row in bare]
        return sorted(found, key=lambda finding: finding.rank)

    def structured_data(self, frame: Frame) -> list[Thing]:
        """An Article about a startup."""
        return [describe_story(self, frame)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the startup if the public may see it, people who agreed, related items."""
        context = super().get_context(request, *args, **kwargs)
        context["startup"] = self.visible_startup
        context["people"] = self.people.filter(consented=True) if self.pk else []
        context["related"] = related_to(self)
        return context


class StoryPerson(index.Indexed, models.Model):
    """A person of a story: a plain table, so that no revision keeps what a person takes back."""

    story = models.ForeignKey(
        StoryPage, verbose_name=_("Câu chuyện"), on_delete=models.CASCADE, related_name="people"
    )
    name = models.CharField(_("Tên hiện trong bài"), max_length=120)
    role = models.CharField(_("Vai trò"), max_length=160, blank=True)
    consented = models.BooleanField(
        _("Đã đồng ý nêu tên và ảnh"),
        default=False,
        help_text=_("Chưa đồng ý thì không hiện ở đâu cả."),
    )
    name_sort = models.CharField(max_length=255, editable=False)
    submission = models.ForeignKey(
        "submissions.Submission",
        verbose_name=_("Từ hồ sơ"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="storypersons",
    )

    panels = [
        FieldPanel("story"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldPanel("consented"),
    ]
    search_fields = [index.FilterField("story"), index.FilterField("consented")]

    class Meta:
        ordering = ["pk"]
        verbose_name = _("người trong câu chuyện")
        verbose_name_plural = _("người trong câu chuyện")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the order by given name."""
        self.name_sort = name_sort_key(self.name)
        super().save(*args, **kwargs)


class StoryResult(Orderable):
    """A number of the story: before, after, when, who says so."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="results")
    label = models.CharField(_("Đo cái gì"), max_length=120)
    before = models.CharField(_("Trước"), max_length=40, blank=True)
    value = models.CharField(_("Sau"), max_length=40)
    unit = models.CharField(_("Đơn vị"), max_length=40, blank=True)
    as_of = models.CharField(_("Tính đến"), max_length=60, blank=True)
    source = models.CharField(_("Nguồn"), max_length=160, blank=True)

    panels = [
        FieldPanel("label"),
        FieldRowPanel([FieldPanel("before"), FieldPanel("value"), FieldPanel("unit")]),
        FieldRowPanel([FieldPanel("as_of"), FieldPanel("source")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("kết quả")
        verbose_name_plural = _("kết quả")


class StoryMoment(Orderable):
    """A moment on the story's timeline."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="moments")
    when = models.CharField(_("Khi nào"), max_length=40)
    text = models.CharField(_("Chuyện gì"), max_length=300)

    panels = [FieldPanel("when"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("mốc")
        verbose_name_plural = _("mốc")


class Recognition(Orderable):
    """A prize, certificate or commendation the story's people received."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="recognitions")
    title = models.CharField(_("Danh hiệu, giải thưởng"), max_length=200)
    issuer = models.CharField(_("Nơi trao"), max_length=160, blank=True)
    year = models.PositiveSmallIntegerField(_("Năm"), null=True, blank=True)

    panels = [FieldPanel("title"), FieldRowPanel([FieldPanel("issuer"), FieldPanel("year")])]

    class Meta(Orderable.Meta):
        verbose_name = _("ghi nhận")
        verbose_name_plural = _("ghi nhận")
