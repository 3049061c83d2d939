"""“Viết”: what, where, from which template; then Wagtail's own form."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core.kinds import CONTENT_KINDS, Kind
from planning.models import PieceTemplate, PlanEntry
from planning.places import Place, kinds, places
from planning.starting import ENTRY, TEMPLATE, entry_of, template_of

PARENT = "trang-me"
SHOWN = 30

HINTS = {
    Kind.NEWS: _("Việc vừa xảy ra, chính sách mới, cách làm hay."),
    Kind.STORY: _("Một người, một nhóm: khó gì, làm sao, được gì."),
    Kind.STARTUP: _("Hồ sơ một đơn vị: làm gì, ở đâu, liên hệ thế nào."),
    Kind.PRODUCT: _("Sản phẩm hay giải pháp của một đơn vị đã có trên trang."),
    Kind.EVENT: _("Có ngày giờ và địa điểm: phiên chợ, tập huấn, cuộc thi."),
    Kind.SPACE: _("Chỗ làm việc, góc trưng bày, xưởng dùng chung."),
    Kind.DOCUMENT: _("Văn bản kèm tóm tắt dễ hiểu."),
    Kind.PAGE: _("Trang giới thiệu, hướng dẫn, ít khi đổi."),
}


class WriteIndexView(WagtailAdminTemplateMixin, TemplateView):
    """The kinds this person may write."""

    template_name = "planning/admin/write_index.html"
    page_title = _("Viết")
    header_icon = "edit"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only those who may write something somewhere."""
        self.kinds = kinds(request.user)
        if not self.kinds:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, here."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each kind with its hint."""
        rows = [(kind, HINTS[kind]) for kind in self.kinds]
        return super().get_context_data(rows=rows, **kwargs)


class WriteView(WagtailAdminTemplateMixin, TemplateView):
    """For one kind: the places and the templates; straight to the form where there is one way."""

    template_name = "planning/admin/write.html"
    header_icon = "edit"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only where there is a place this person may write."""
        if self.kwargs["kind"] not in CONTENT_KINDS:
            raise Http404
        self.kind = Kind(self.kwargs["kind"])
        if not self.places and not self.words:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def words(self) -> str:
        """What was searched for."""
        return self.request.GET.get("q", "").strip()[:100]

    @cached_property
    def places(self) -> list[Place]:
        """Where it may be written."""
        return places(self.request.user, self.kind, query=self.words)

    @cached_property
    def templates(self) -> list[PieceTemplate]:
        """Of this kind."""
        return list(PieceTemplate.objects.filter(kind=self.kind).defer("body"))

    @cached_property
    def entry(self) -> PlanEntry | None:
        """The entry of the calendar it is written for."""
        return entry_of(self.request, self.kind)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Straight on where everything is chosen."""
        if PARENT in request.GET:
            key = request.GET[PARENT]
            chosen = [place for place in self.places if key in (place.key, str(place.parent.pk))]
            if len(chosen) == 1:
                return self.start(chosen[0])
        elif len(self.places) == 1 and not self.templates and not self.words:
            return self.start(self.places[0])
        return super().get(request, *args, **kwargs)

    def start(self, place: Place) -> HttpResponse:
        """Wagtail's form, with the template and the entry that were asked for."""
        asked: dict[str, Any] = {}
        if template := template_of(self.request, self.kind):
            asked[TEMPLATE] = template.key
        if self.entry:
            asked[ENTRY] = self.entry.pk
        url = reverse("wagtailadmin_pages:add", args=place.route)
        return redirect(f"{url}?{urlencode(asked)}" if asked else url)

    def get_page_title(self) -> str:
        """`Viết: Tin tức`."""
        return str(_("Viết: %s") % self.kind.label)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, the kinds, here."""
        index = {"url": reverse("planning_write_index"), "label": _("Viết")}
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), index, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The choices."""
        template = template_of(self.request, self.kind)
        page = Paginator(self.places, SHOWN).get_page(self.request.GET.get("trang"))
        several = len({place.model for place in self.places}) > 1
        return super().get_context_data(
            place_page=page,
            several_types=several,
            searchable=self.words or len(self.places) > SHOWN or self.kind == Kind.PRODUCT,
            words=self.words,
            templates=self.templates,
            chosen=template.key if template else "",
            entry=self.entry,
            parent_name=PARENT,
            **{**kwargs, "kind": self.kind},
        )
