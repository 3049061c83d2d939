"""What the news take in: tips for success stories."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from news.forms import StoryTipForm, StoryWhoForm
from news.models import StoryIndexPage
from submissions import intake
from submissions.intake import Intake, Payload, Preview


class StoryIntake(Intake):
    """A tip: becomes the draft of a story for an editor to write up."""

    kind = "cau-chuyen"
    label = gettext_lazy("Kể một câu chuyện khởi nghiệp")
    summary = gettext_lazy("Chuyện của bạn, hay của người bạn biết và đã đồng ý.")
    icon = "text"
    order = 40
    content_title = gettext_lazy("Kể câu chuyện")
    content_short = gettext_lazy("câu chuyện")

    def section(self) -> Any:
        """The stories' editors read it."""
        return StoryIndexPage.objects.first()

    def who_form(self, subject: Any = None) -> type[forms.Form]:
        """Also whom it is about."""
        return StoryWhoForm

    def content_form(self, subject: Any = None) -> type[forms.Form]:
        """The story in brief."""
        return StoryTipForm

    def title(self, payload: Payload, subject: Any = None) -> str:
        """Its one sentence."""
        return str(payload.get("title") or "")

    def preview(self, payload: Payload, subject: Any = None) -> Preview:
        """The card of the story."""
        return Preview(str(self.label), self.title(payload), payload.get("approach", "")[:200])


def register_intakes() -> None:
    """Called once when the app is ready."""
    intake.register(StoryIntake())
