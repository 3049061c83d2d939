"""What the news would have an editor look after."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import BasePage
from desk.attention import Watch, register
from desk.watches import citing_documents_over
from library.models.legal import Effect
from news.models import ArticlePage


def register_watches() -> None:
    """Called once when the app is ready."""
    register(
        Watch(
            "van-ban-het-hieu-luc",
            _("bài đang dẫn văn bản đã hết hiệu lực"),
            citing_outdated_documents,
            _("Nói rõ trong bài là văn bản đã hết hiệu lực, hoặc dẫn văn bản thay thế."),
        )
    )


def citing_outdated_documents() -> Any:
    """Public pages that lead to a document no longer in force, in the text or in the margin."""
    beside = ArticlePage.objects.filter(legal_references__effect=Effect.EXPIRED)
    either = Q(pk__in=citing_documents_over()) | Q(pk__in=beside.values("pk"))
    return BasePage.objects.visible().filter(either)
