"""The page that says how to submit."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from submissions.models import ConsentText
from tests.factories.submissions import ConsentTextFactory, SubmissionPageFactory

DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("opens", "closes", "is_open"),
    [(None, None, True), (-DAY, DAY, True), (DAY, None, False), (None, -DAY, False)],
)
def test_the_page_says_whether_it_takes_submissions(client, home, opens, closes, is_open):
    now = timezone.now()
    page = SubmissionPageFactory(
        opens_at=now + opens if opens else None,
        closes_at=now + closes if closes else None,
        closed_message="Mở lại vào tháng sau.",
        how_phone="0900 000 070",
    )
    html = client.get(page.url).content.decode()
    assert page.is_open is is_open
    assert ("Mở lại vào tháng sau." in html) is not is_open
    assert "0900 000 070" in html


def test_a_consent_text_has_one_wording_a_version(db):
    first = ConsentTextFactory(version=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentTextFactory(version=1)
    assert str(first) == "Xử lý hồ sơ, đăng nội dung và ảnh sản phẩm, bản 1"
    assert ConsentText.objects.count() == 1
