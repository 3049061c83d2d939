"""Keying in on behalf of somebody: one page with the public form's own questions."""

import secrets
import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from submissions.files import services as files
from submissions.forms import SENDER_FIELDS, CleanCharField
from submissions.intake import Intake, find_intake, find_subject, kinds, to_payload
from submissions.models import ConsentText, Draft, Purpose, Submission
from submissions.models.submission import Channel
from submissions.rights import readable_kinds
from submissions.services.assisted import receive_for
from submissions.views.admin import ForReaders
from submissions.wizard import SubjectForm

CHANNELS = [choice for choice in Channel.choices if choice[0] != Channel.WEB]


class HowForm(forms.Form):
    """How it came, what it is about, and what was agreed to: each purpose apart, none ticked."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    channel = forms.ChoiceField(
        label=gettext_lazy("Hồ sơ đến qua"), choices=CHANNELS, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, intake: Intake, **more: Any) -> None:
        super().__init__(*args, **more)
        self.texts = [t for t in ConsentText.objects.in_use() if t.purpose in intake.purposes]
        for text in self.texts:
            self.fields[f"ok_{text.purpose}"] = forms.BooleanField(
                label=text.text, required=text.purpose == Purpose.HANDLING,
                error_messages={"required": _("Người gửi phải đồng ý điều này thì mới nhận được.")},
            )  # fmt: skip

    @property
    def boxes(self) -> list[Any]:
        """The boxes of consent."""
        return [self[f"ok_{text.purpose}"] for text in self.texts]

    def ticked(self) -> list[ConsentText]:
        """The texts agreed to."""
        return [text for text in self.texts if self.cleaned_data[f"ok_{text.purpose}"]]


class PictureForm(forms.Form):
    """One picture and what is in it."""

    picture = forms.FileField(label=gettext_lazy("Ảnh"), required=False)
    alt = CleanCharField(label=gettext_lazy("Trong ảnh có gì"), max_length=300, required=False)
    has_person = forms.BooleanField(label=gettext_lazy("Thấy rõ mặt người"), required=False)


class CertificateForm(forms.Form):
    """One PDF."""

    certificate = forms.FileField(label=gettext_lazy("Giấy chứng nhận (PDF)"), required=False)


class AssistedIndexView(ForReaders):
    """Which kind."""

    template_name = "submissions/admin/assisted_index.html"
    page_title = gettext_lazy("Nhập hộ")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Those of one's sections."""
        mine = readable_kinds(request.user)
        found = [intake for intake in kinds() if intake.kind in mine]
        return self.render_to_response(self.get_context_data(kinds=found))


class AssistedView(ForReaders):
    """The questions of one kind."""

    template_name = "submissions/admin/assisted.html"

    @cached_property
    def intake(self) -> Intake:
        """Of the address, if it is one of this person's."""
        intake = find_intake(self.kwargs["kind"])
        if intake is None or intake.kind not in readable_kinds(self.request.user):
            raise Http404
        return intake

    def get_page_title(self) -> str:
        """What is keyed in."""
        return _("Nhập hộ: %s") % self.intake.label

    def between(self) -> list[tuple[str, str]]:
        """The choice of kinds."""
        return [(reverse("submissions_assisted_index"), _("Nhập hộ"))]

    @cached_property
    def subject(self) -> Any:
        """The page it is about, chosen first where the kind is about one."""
        found = find_subject(self.intake, self.request.GET.get("trang", ""))
        return found.specific if found else None

    @property
    def subject_form(self) -> forms.Form | None:
        """The choice of that page."""
        if self.intake.subjects() is None:
            return None
        chosen = self.subject.pk if self.subject else ""
        return SubjectForm(intake=self.intake, initial={"trang": chosen})

    @property
    def may_fill(self) -> bool:
        """Whether what it is about is chosen, where that is needed."""
        return self.intake.subjects() is None or self.subject is not None

    def forms(self, data: Any = None, uploads: Any = None) -> dict[str, Any]:
        """All there are."""
        intake, subject = self.intake, self.subject
        initial = {"key": uuid.uuid4(), "channel": Channel.COUNTER}
        begin = intake.initial(subject) if subject else {}
        options: dict[str, Any] = {"use_required_attribute": False}
        return {
            "how": HowForm(data, intake=intake, initial=initial, **options),
            "who": intake.who_form(subject)(data, **options),
            "content": intake.content_form(subject)(data, initial=begin, **options),
            "pictures": [
                PictureForm(data, uploads, prefix=f"anh-{n}", **options)
                for n in range(files.MOST_PICTURES if intake.takes_pictures else 0)
            ],
            "certificates": [
                CertificateForm(data, uploads, prefix=f"giay-{n}", **options)
                for n in range(files.MOST_CERTIFICATES if intake.takes_certificates else 0)
            ],
        }

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Empty."""
        return self._shown(self.forms())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take it in, or show what is wrong with everything typed; files are chosen anew."""
        if not self.may_fill:
            return self._shown(self.forms())
        found = self.forms(request.POST, request.FILES)
        plain = [found["how"], found["who"], found["content"]]
        each = [*plain, *found["pictures"], *found["certificates"]]
        if not all([form.is_valid() for form in each]):
            return self._shown(found, status=400)
        draft = self._files(found)
        if draft is None and any(form.errors for form in each):
            return self._shown(found, status=400)
        submission = self._receive(found, draft)
        messages.success(
            request, _("Đã nhận hồ sơ %s. In biên nhận đưa người gửi.") % submission.code
        )
        return redirect("submissions_review", submission.pk)

    def _receive(self, found: dict[str, Any], draft: Draft | None) -> Submission:
        answers = {**found["who"].cleaned_data, **found["content"].cleaned_data}
        sender = {name: str(answers.pop(name) or "") for name in SENDER_FIELDS if name in answers}
        how = found["how"]
        return receive_for(
            kind=self.intake.kind,
            payload=to_payload(answers),
            sender=sender,
            consents=how.ticked(),
            channel=how.cleaned_data["channel"],
            user=self.request.user,
            key=f"ho-{how.cleaned_data['key']}",
            subject=self.subject,
            draft=draft,
        )

    def _files(self, found: dict[str, Any]) -> Draft | None:
        """A draft that holds what was uploaded; None without, or where one was refused."""
        uploads = [form for form in [*found["pictures"], *found["certificates"]] if form.files]
        if not uploads:
            return None
        digest = secrets.token_hex(32)
        draft = Draft.objects.create(kind=self.intake.kind, digest=digest, subject=self.subject)
        for form in uploads:
            _take(form, draft)
        if any(form.errors for form in uploads):
            for row in draft.files.all():
                files.drop(row)
            draft.delete()
            return None
        return draft

    def _shown(self, found: dict[str, Any], status: int = 200) -> HttpResponse:
        context = self.get_context_data(
            intake=self.intake, subject=self.subject, subject_form=self.subject_form,
            may_fill=self.may_fill, **found,
        )  # fmt: skip
        return self.render_to_response(context, status=status)


def _take(form: forms.Form, draft: Draft) -> None:
    data = form.cleaned_data
    try:
        if data.get("certificate"):
            files.take_certificate(data["certificate"], draft=draft)
        elif data.get("picture"):
            row = files.take_picture(data["picture"], draft=draft, alt=data["alt"])
            row.has_person = data["has_person"]
            row.save(update_fields=["has_person"])
    except ValidationError as refusal:
        form.add_error("certificate" if "certificate" in form.fields else "picture", refusal)
