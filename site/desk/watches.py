"""The watches over what the rooms below keep: pictures, links, legal documents."""

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import ReferenceIndex
from wagtail.models import get_default_page_content_type as page_type

from core.models import BasePage
from desk.attention import Watch, register
from desk.models import BrokenLink
from library.models import LegalDocumentPage
from library.models.legal import Effect

RELATION = "relations.item.target"


def register_own() -> None:
    """Called once when the app is ready."""
    register(
        Watch(
            "anh-thieu-mo-ta",
            _("trang đã đăng có ảnh chính thiếu chữ thay thế"),
            pictures_without_words,
            _("Viết một câu nói điều thấy trong ảnh, hoặc đánh dấu là ảnh chỉ để trang trí."),
        )
    )
    register(
        Watch(
            "lien-ket-hong",
            _("trang đã đăng có liên kết hỏng"),
            broken_links,
            _(
                "Liên kết dẫn tới trang đã xóa, chưa đăng hoặc đã gỡ. "
                "Mở bài, xem mục kiểm bài để biết liên kết nào."
            ),
        )
    )
    register(
        Watch(
            "van-ban-qua-ngay",
            _("văn bản đã qua ngày hết hiệu lực mà chưa ghi"),
            lapsed_documents,
            _("Đổi tình trạng hiệu lực của văn bản."),
        )
    )


def pictures_without_words() -> QuerySet:
    """Public pages whose lead picture says nothing to a blind reader."""
    silent = Q(lead_alt="", lead_image__description="", lead_image__is_decorative=False)
    return BasePage.objects.visible().filter(
        silent, lead_decorative=False, lead_image__isnull=False
    )


def broken_links() -> QuerySet:
    """Public pages whose text or buttons lead to a page no reader can open, or to what is gone.

    Cards and lists of pages are not meant: what is hidden they leave out by themselves.
    """
    openable = BasePage.objects.visible().filter(pk=OuterRef("target"))
    links = _references().filter(~Exists(openable), model_path__startswith="body.")
    links = links.exclude(model_path__endswith="pages.item")
    gone = BrokenLink.objects.values("page")
    broken = Q(pk__in=links.values("source")) | Q(pk__in=gone)
    return BasePage.objects.visible().filter(broken)


def citing_documents_over() -> QuerySet:
    """Keys of pages, public or not, whose text leads to a document no longer in force."""
    over = LegalDocumentPage.objects.filter(effect=Effect.EXPIRED)
    return _references().filter(target__in=over.values("pk")).values("source")


def _references() -> QuerySet:
    """What leads from page to page: keys as numbers, `source` and `target`.

    Relations between legal documents are left out: they say what became of each.
    """
    rows = ReferenceIndex.objects.filter(
        base_content_type=page_type(), to_content_type=page_type()
    ).exclude(model_path=RELATION)
    return rows.annotate(
        target=Cast("to_object_id", BigIntegerField()), source=Cast("object_id", BigIntegerField())
    )


def lapsed_documents() -> QuerySet:
    """Public documents whose last day has passed, still called in force."""
    lapsed = LegalDocumentPage.objects.visible().filter(
        effective_until__lte=timezone.localdate(), effect__in=[Effect.IN_FORCE, Effect.PARTLY]
    )
    return BasePage.objects.filter(pk__in=lapsed.values("pk"))
