"""What readers see of pictures and files changes only by approval."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from library.models import LegalFile
from tests.factories.library import DocumentFactory, LegalDocumentPageFactory, make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory


def words_of(image, **changed):
    """The fields of the picture's form."""
    words = {
        "title": image.title,
        "description": image.description,
        "caption": image.caption,
        "credit": image.credit,
        "people": image.people,
        "collection": image.collection_id,
        "tags": "",
    }
    return {**words, **changed}


@pytest.mark.parametrize("field", ["description", "caption", "credit"])
def test_the_words_of_a_picture_on_a_published_page_stay_as_they_are(admin_client, home, field):
    image = make_image(alt="Giàn miến phơi", caption="Mẻ đầu mùa", credit="Ảnh: A")
    ArticlePageFactory(parent=ColumnPageFactory(), lead_image=image)
    url = reverse("wagtailimages:edit", args=[image.pk])
    answer = admin_client.post(url, words_of(image, **{field: "Chú thích lén"}))
    assert "gửi duyệt" in str(answer.context["form"][field].errors)
    before = getattr(image, field)
    image.refresh_from_db()
    assert getattr(image, field) == before


def test_those_of_a_picture_no_reader_sees_may_change(admin_client, home):
    image = make_image(alt="Giàn miến phơi")
    ArticlePageFactory(parent=ColumnPageFactory(), lead_image=image, live=False)
    url = reverse("wagtailimages:edit", args=[image.pk])
    answer = admin_client.post(url, words_of(image, caption="Mẻ đầu mùa"))
    assert answer.status_code == 302, answer.context["form"].errors
    image.refresh_from_db()
    assert image.caption == "Mẻ đầu mùa"


def test_a_picture_or_file_on_a_published_page_is_not_deleted(home):
    image, document = make_image(), DocumentFactory()
    ArticlePageFactory(parent=ColumnPageFactory(), lead_image=image)
    page = LegalDocumentPageFactory(number="3/KH-UBND")
    page.files.add(LegalFile(document=document))
    page.save()
    for file in (image, document):
        with pytest.raises(PermissionDenied), transaction.atomic():
            file.delete()
