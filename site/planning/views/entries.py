"""Entries of the calendar: add, change, give up, begin to write; and the day of a page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import FormView

from core.models import BasePage
from planning import services
from planning.forms import PageDayForm, PlanEntryForm
from planning.models import PlanEntry
from planning.services import PlanningError
from planning.starting import ENTRY, TEMPLATE
from planning.views.calendar import PLAN, ForWriters
from planning.views.writing import PARENT


class OfAnEntry:
    """Something with one entry this person may change; others' are not found."""

    kwargs: dict[str, Any]
    request: HttpRequest

    @cached_property
    def entry(self) -> PlanEntry:
        """The entry of the address."""
        rows = PlanEntry.objects.for_user(self.request.user).with_states()
        rows = rows.select_related("page", "writer", "repeats_from__page")
        return get_object_or_404(rows, pk=self.kwargs["entry_id"])


class EntryForm(ForWriters, FormView):
    """What adding and changing have in common."""

    template_name = "planning/admin/entry.html"
    form_class = PlanEntryForm

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, the calendar, here."""
        calendar = (reverse("planning_calendar"), _("Lịch biên tập"))
        return self.trail(calendar, ("", self.get_page_title()))

    def form_valid(self, form: PlanEntryForm) -> HttpResponse:
        """Keep it, and show its month."""
        entry = form.save(commit=False)
        if entry.created_by_id is None:
            entry.created_by = self.request.user
        if "writer" not in form.fields and entry.writer_id is None:
            entry.writer = self.request.user
        entry.save()
        messages.success(self.request, _("Đã lưu “%s”.") % entry.title)
        return redirect(month_url(entry.planned_on))


class AddEntryView(EntryForm):
    """Something new on a day."""

    page_title = gettext_lazy("Thêm vào lịch")

    def get_form_kwargs(self) -> dict[str, Any]:
        """On the day that was clicked, today by default; written by whoever asks."""
        day = parse_day(self.request.GET.get("ngay", "")) or timezone.localdate()
        instance = PlanEntry(planned_on=day, writer=self.request.user)
        return {**super().get_form_kwargs(), "instance": instance, "for_user": self.request.user}


class ChangeEntryView(OfAnEntry, EntryForm):
    """Words, day and writer of an entry, and what can be done with it."""

    page_title = gettext_lazy("Mục trong lịch")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The entry itself."""
        more = {"instance": self.entry, "for_user": self.request.user}
        return {**super().get_form_kwargs(), **more}

    def get_page_title(self) -> str:
        """What it is about."""
        return str(self.entry.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """How far it is, and its page."""
        return super().get_context_data(entry=self.entry, **kwargs)


class ActOnEntry(OfAnEntry, View):
    """An act on one entry, posted."""

    http_method_names = ["post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Nobody but those who plan."""
        if not request.user.has_perm(PLAN):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class DropView(ActOnEntry):
    """Give it up, or take it up again."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """As the button said, though another may have pressed it meanwhile; back to the entry."""
        try:
            if request.POST.get("act") == "restore":
                services.restore(entry=self.entry)
                messages.success(request, _("“%s” trở lại lịch.") % self.entry.title)
            else:
                services.drop(entry=self.entry)
                messages.success(request, _("Đã bỏ “%s” khỏi lịch.") % self.entry.title)
        except PlanningError as refusal:
            messages.error(request, str(refusal))
        return redirect("planning_entry", self.entry.pk)


class RewriteView(ActOnEntry):
    """Last year's page as this year's draft."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """To the new draft."""
        try:
            page = services.rewrite(entry=self.entry, user=request.user)
        except PlanningError as refusal:
            messages.error(request, str(refusal))
            return redirect("planning_entry", self.entry.pk)
        words = _("Đây là bản nháp chép từ bài năm trước. Xem lại từng ngày, giờ và con số.")
        messages.warning(request, words)
        return redirect("wagtailadmin_pages:edit", page.pk)


class WriteEntryView(ForWriters, OfAnEntry, View):
    """Begin to write what was planned."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """To the page there is, or to the screen that starts one."""
        entry = self.entry
        if entry.page_id:
            return redirect("wagtailadmin_pages:edit", entry.page_id)
        if entry.dropped_at:
            messages.error(request, _("Mục này đã bỏ. Hãy đưa trở lại lịch trước."))
            return redirect("planning_entry", entry.pk)
        asked = {ENTRY: entry.pk}
        if entry.template:
            asked[TEMPLATE] = entry.template.key
        if entry.parent_id:
            asked[PARENT] = entry.parent_id
        return redirect(f"{reverse('planning_write', args=[entry.kind])}?{urlencode(asked)}")


class PageDayView(ForWriters, FormView):
    """The day a page is to appear."""

    template_name = "planning/admin/page_day.html"
    form_class = PageDayForm
    page_title = gettext_lazy("Ngày dự kiến")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whoever may edit the page."""
        self.item = get_object_or_404(BasePage, pk=kwargs["page_id"]).specific
        if not self.item.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Which page."""
        return str(self.item.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, the page, here."""
        page = (self.get_success_url(), str(self.item.get_admin_display_title()))
        return self.trail(page, ("", self.page_title))

    def get_initial(self) -> dict[str, Any]:
        """As planned so far."""
        entry = PlanEntry.objects.open().filter(page_id=self.item.pk).first()
        names = ("planned_on", "planned_time")
        return {name: getattr(entry, name) for name in names} if entry else {}

    def form_valid(self, form: PageDayForm) -> HttpResponse:
        """Keep it, back to the page."""
        on, at = form.cleaned_data["planned_on"], form.cleaned_data["planned_time"]
        services.plan_page(page=self.item, user=self.request.user, on=on, at=at)
        words = _("Đã ghi ngày dự kiến.") if on else _("Bài không còn trong lịch.")
        messages.success(self.request, words)
        return redirect(self.get_success_url())

    def get_success_url(self) -> str:
        """The page's editor."""
        return reverse("wagtailadmin_pages:edit", args=[self.item.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """And the way back."""
        return super().get_context_data(back_url=self.get_success_url(), **kwargs)


def month_url(day: Any) -> str:
    """The calendar at the month of that day."""
    return f"{reverse('planning_calendar')}?thang={day:%Y-%m}"


def parse_day(text: str) -> Any:
    """A day written `2026-11-24`; None for anything else."""
    try:
        return parse_date(text)
    except ValueError:
        return None
