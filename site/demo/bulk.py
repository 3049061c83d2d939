"""Generated articles for tests of scale: thousands in a minute, and away again."""

import json
from datetime import timedelta
from random import Random
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from core.models import BasePage
from news.models import ArticlePage, ColumnPage

SLUG = "bai-tao-san"
CHUNK = 500

WHO = [
    "Tổ hợp tác",
    "Hộ trồng nghệ",
    "Nhóm thanh niên",
    "Hợp tác xã",
    "Xưởng cơ khí",
    "Lớp học tối",
]
WHAT = ["thử máy sấy", "dán mã truy xuất", "ghi sổ trên điện thoại", "mở gian ở phiên chợ",
        "đổi bao bì", "ươm giống trong khay", "giao hàng hai chuyến", "tính lại giá"]  # fmt: skip
THING = ["miến dong", "hồng không hạt", "tinh bột nghệ", "chè Shan", "mật ong", "nấm sò", "mơ ngâm"]
WHEN = ["trước mùa mưa", "sau phiên chợ", "trong sáu tuần", "từ đầu vụ", "khi vắng khách"]
SENTENCES = [
    "Người làm ghi lại từng mẻ, mẻ nào hỏng cũng để trong sổ.",
    "Số liệu của tuần đầu thấp hơn dự tính vì trời mưa ba ngày liền.",
    "Giá bán tại vườn nhích lên một chút, tiền công thì gần như giữ nguyên.",
    "Cái khó nằm ở khâu đóng gói: tay ướt, tem không dính.",
    "Hai nhà bên cạnh sang xem rồi về làm theo, mỗi nhà sửa một chỗ.",
    "Phần chuyển đổi số chỉ là một trang có bốn ô, ai cũng gõ được.",
    "Ai muốn hỏi thêm thì ghé góc làm việc chung vào tối thứ Ba.",
    "Điều chưa xong là đầu ra cho những tháng ít khách.",
]


def add_articles(count: int) -> int:
    """Add `count` generated articles, spread over the columns and three years.

    Returns:
        How many were added.

    Raises:
        ValueError: where there is no column to put them in.
    """
    columns = list(ColumnPage.objects.visible())
    if not columns:
        raise ValueError("load the demo first: there is no column")
    first = max((int(slug.rpartition("-")[2]) for slug in _made().values_list("slug", flat=True)),
                default=0)  # fmt: skip
    numbers = list(range(first, first + count))
    for start in range(0, count, CHUNK):
        with transaction.atomic():
            _add(columns, numbers[start : start + CHUNK])
    _count_children()
    return count


def remove_articles() -> int:
    """Take every generated article away.

    Returns:
        How many there were.
    """
    keys = list(_made().values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        with transaction.atomic():
            # Leaves of the tree: Django's own delete is enough, and much quicker.
            models.QuerySet.delete(Page.objects.filter(pk__in=keys[start : start + CHUNK]))
    _count_children()
    return len(keys)


def _made() -> Any:
    """Generated articles and nothing that people wrote."""
    return ArticlePage.objects.filter(is_sample=True, slug__regex=rf"^{SLUG}-[0-9]+$")


def _count_children() -> None:
    """What treebeard would have counted."""
    for column in ColumnPage.objects.all():
        children = Page.objects.filter(path__startswith=column.path, depth=column.depth + 1)
        Page.objects.filter(pk=column.pk).update(numchild=children.count())


def _add(columns: list[ColumnPage], numbers: list[int]) -> None:
    kind = ContentType.objects.get_for_model(ArticlePage)
    locale = Locale.get_default()
    places = {column.pk: _last_place(column) for column in columns}
    pages = []
    for number in numbers:
        column = columns[number % len(columns)]
        places[column.pk] += 1
        article = _article(number)
        article.path = column._get_path(column.path, column.depth + 1, places[column.pk])
        article.depth = column.depth + 1
        article.url_path = f"{column.url_path}{article.slug}/"
        article.content_type, article.locale = kind, locale
        article.kind = ArticlePage.page_kind
        article.facet_group = f"chuyen-muc-{column.pk}"
        pages.append(article)
    rows = Page.objects.bulk_create(
        Page(**{field.attname: getattr(page, field.attname) for field in _own(Page)})
        for page in pages
    )
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.page_ptr_id = page.basepage_ptr_id = row.pk
    for model in (BasePage, ArticlePage):
        model._base_manager.all()._insert(pages, fields=model._meta.local_concrete_fields)
    found = ArticlePage.objects.filter(pk__in=[page.pk for page in pages])
    backend = get_search_backend()
    backend.get_index_for_model(ArticlePage).add_items(ArticlePage, list(found))


def _own(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.local_concrete_fields if not field.primary_key]


def _last_place(column: ColumnPage) -> int:
    children = Page.objects.filter(path__startswith=column.path, depth=column.depth + 1)
    last = children.order_by("-path").first()
    return int(last.path[-Page.steplen :], 36) if last else 0


def _article(number: int) -> ArticlePage:
    """The same number is always the same article."""
    dice = Random(number)
    title = f"{dice.choice(WHO)} {dice.choice(WHAT)} cho {dice.choice(THING)} {dice.choice(WHEN)}"
    moment = timezone.now() - timedelta(minutes=60 + number * 150)
    paragraphs = [" ".join(dice.sample(SENTENCES, 5)) for _ in range(3)]
    article = ArticlePage(
        title=f"{title}, bài {number + 1}",
        slug=f"{SLUG}-{number + 1}",
        sapo=" ".join(dice.sample(SENTENCES, 2)),
        byline="Bài tạo sẵn để thử",
        body=json.dumps(
            [{"type": "paragraph", "value": "".join(f"<p>{text}</p>" for text in paragraphs)}]
        ),
        live=True,
        is_sample=True,
        first_published_at=moment,
        last_published_at=moment,
    )
    article.draft_title = article.title
    article.listed_at = moment
    article.year = timezone.localtime(moment).year
    article.fill_sort_columns()
    return article
