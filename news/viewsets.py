"""Where editors find articles and stories, and keep the people of stories."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

from core.viewsets import PeopleViewSet
from news.models import ArticlePage, ColumnPage, StoryPage, StoryPerson
from writing.columns import TextColumn, first_columns, last_columns, parent_column, parent_title
from writing.filters import BelowFilter, KindFilterSet
from writing.listings import KindViewSet


class StoryPersonViewSet(PeopleViewSet):
    """People of stories; only those who agreed are shown anywhere."""

    model = StoryPerson
    icon = "user"
    menu_label = _("Người trong câu chuyện")
    list_display = ["name", "story", "role", "consented"]
    list_filter = ["consented"]
    search_fields = ["name", "story__title"]


class ArticleFilterSet(KindFilterSet):
    """Articles also by column."""

    column = BelowFilter(
        label=_("Chuyên mục"), queryset=ColumnPage.objects.all(), widget=CheckboxSelectMultiple
    )

    class Meta:
        model = ArticlePage
        fields: list[str] = []


class ArticleListing(KindViewSet):
    """All articles."""

    name = "articles"
    url_prefix = "noi-dung/tin-bai"
    model = ArticlePage
    icon = "doc-full"
    menu_label = _("Tin bài")
    menu_order = 10
    filterset_class = ArticleFilterSet
    list_display = [*first_columns(), parent_column(_("Chuyên mục")), *last_columns()]
    export_filename = "tin-bai"
    sheet = {
        _("Tiêu đề"): lambda page: page.get_admin_display_title(),
        _("Chuyên mục"): parent_title,
        _("Tác giả hoặc bút danh"): lambda page: page.byline,
    }


def _startup(page: StoryPage) -> str:
    return page.startup.title if page.startup else ""


class StoryFilterSet(KindFilterSet):
    """Stories."""

    class Meta:
        model = StoryPage
        fields: list[str] = []


class StoryListing(KindViewSet):
    """All success stories."""

    name = "stories"
    url_prefix = "noi-dung/cau-chuyen"
    model = StoryPage
    icon = "openquote"
    menu_label = _("Câu chuyện")
    menu_order = 20
    filterset_class = StoryFilterSet
    select = ("startup",)
    list_display = [
        *first_columns(),
        TextColumn("startup", label=_("Đơn vị"), accessor=_startup, sort_key="startup__title"),
        *last_columns(),
    ]
    export_filename = "cau-chuyen"
    sheet = {
        _("Tiêu đề"): lambda page: page.get_admin_display_title(),
        _("Đơn vị"): _startup,
        _("Tác giả hoặc bút danh"): lambda page: page.byline,
    }
