"""How the sender is reached: seen and changed apart from everything else."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models.audit_log import BaseLogEntry, ModelLogEntry

from submissions.forms import AddressField, CleanCharField, PhoneField
from submissions.models import Sender
from submissions.services.contact import ACTION, change_sender
from submissions.views.admin import SEE_SENDER, OfASubmission
from submissions.views.requests import EXPORT
from vietnamese.phones import format_phone

PHONES = ("phone", "zalo")


class SenderForm(forms.Form):
    """As the public form reads these fields."""

    name = CleanCharField(label=gettext_lazy("Họ và tên"), max_length=120)
    role = CleanCharField(
        label=gettext_lazy("Vai trò trong đơn vị"), max_length=120, required=False
    )
    phone = PhoneField(label=gettext_lazy("Số điện thoại"), required=False)
    email = AddressField(label=gettext_lazy("Thư điện tử"), required=False)
    zalo = PhoneField(label=gettext_lazy("Số Zalo"), required=False)
    address = CleanCharField(label=gettext_lazy("Địa chỉ"), max_length=255, required=False)

    def clean(self) -> dict[str, Any]:
        """One way to reach them must stay."""
        data = super().clean() or self.cleaned_data
        if not self.errors and not data.get("phone") and not data.get("email"):
            raise ValidationError(_("Giữ lại ít nhất số điện thoại hoặc thư điện tử."))
        return data


class SenderView(OfASubmission, FormView):
    """Only with the right to see senders."""

    template_name = "submissions/admin/sender.html"
    page_title = gettext_lazy("Người gửi và liên hệ")
    form_class = SenderForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Not without it."""
        if not request.user.has_perm(SEE_SENDER):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def sender(self) -> Sender:
        """The person; erased ones are not found."""
        sender = getattr(self.submission, "sender", None)
        if sender is None:
            raise Http404
        return sender

    def between(self) -> list[tuple[str, str]]:
        """The submission."""
        return [(self.get_success_url(), self.submission.code)]

    def get_initial(self) -> dict[str, Any]:
        """Numbers as people write them."""
        values = {name: getattr(self.sender, name) for name in SenderForm.base_fields}
        for name in PHONES:
            values[name] = format_phone(values[name]) if values[name] else ""
        return values

    def form_valid(self, form: SenderForm) -> HttpResponse:
        """Keep it, on the record."""
        changed = change_sender(
            submission=self.submission, user=self.request.user, values=form.cleaned_data
        )
        messages.success(self.request, _("Đã lưu.") if changed else _("Không có gì thay đổi."))
        return redirect(self.get_success_url())

    def get_success_url(self) -> str:
        """Back to reading."""
        return reverse("submissions_review", args=[self.kwargs["pk"]])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the record."""
        lines = ModelLogEntry.objects.for_instance(self.submission).filter(action=ACTION)
        log_lines = lines.select_related("user").order_by("-timestamp")[:50]
        return super().get_context_data(item=self.submission, log_lines=log_lines, **kwargs)


class SenderFormatter(LogFormatter):
    """Which fields, never what they held."""

    label = gettext_lazy("Sửa thông tin người gửi hồ sơ")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        """`Sửa thông tin người gửi: Số điện thoại, Địa chỉ`."""
        names = (log_entry.data or {}).get("fields", [])
        labels = [str(SenderForm.base_fields[name].label) for name in names
                  if name in SenderForm.base_fields]  # fmt: skip
        return _("Sửa thông tin người gửi: %s") % ", ".join(labels)


def register_log(actions: LogActionRegistry) -> None:
    """The sentence of the record."""
    actions.register_action(ACTION, SenderFormatter.label, SenderFormatter.label)
    actions.formatters[ACTION] = SenderFormatter()
    words = gettext_lazy("Tải bản sao dữ liệu của người gửi")
    actions.register_action(EXPORT, words, words)
