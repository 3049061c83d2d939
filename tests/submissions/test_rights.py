"""Who may read, decide and see the person; nobody else by any address."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from submissions.models import Submission
from submissions.rights import may_read, readable_kinds
from submissions.services import review
from submissions.services.review import ReviewError
from submissions.views.review import ACTS
from tests.accounts.cast import is_refused
from tests.factories.accounts import UserFactory
from tests.factories.submissions import DataRequestFactory
from tests.submissions.reviewing import client_of, house, sent


@pytest.fixture
def staff(db):
    return house()


def test_an_editor_reads_the_kinds_of_his_section_and_deciders_all(staff):
    assert set(readable_kinds(staff.editor)) == {"don-vi", "san-pham", "sua-thong-tin"}
    assert readable_kinds(staff.storyteller) == ["cau-chuyen"]
    assert len(readable_kinds(staff.approver)) == 5
    assert readable_kinds(staff.contributor) == readable_kinds(staff.reporter) == []


def addresses(row, request):
    names = ["submissions_review", "submissions_sender"]
    found = [reverse(name, args=[row.pk]) for name in names]
    found += [reverse("submissions_data_request", args=[request.pk])]
    return found


@pytest.mark.parametrize("who", ["storyteller", "contributor", "reporter"])
def test_others_reach_nothing_of_it_by_address(staff, who):
    row = sent()
    request = DataRequestFactory(submission=row)
    client = client_of(getattr(staff, who))
    for url in addresses(row, request):
        assert is_refused(client.get(url)), url
    for name, _do, _done in ACTS.values():
        assert is_refused(client.post(reverse(name, args=[row.pk]), {"loi": "x"})), name
    assert is_refused(client.post(reverse("submissions_data_request", args=[request.pk]),
                                  {"viec": "ban-sao"}))  # fmt: skip
    assert is_refused(client.get(reverse("submissions_assisted", args=["don-vi"])))
    row.refresh_from_db()
    assert (row.state, row.events.count()) == ("received", 0)
    assert not may_read(getattr(staff, who), row)


@pytest.mark.parametrize(
    "act",
    [review.take, review.accept, review.prove_phone, review.mark_suspect, review.release_suspect],
)
def test_the_services_ask_for_the_right_themselves(staff, act):
    row = sent(proved=False)
    with pytest.raises(ReviewError, match="mảng bạn"):
        act(submission=row, user=staff.storyteller)
    assert Submission.objects.get(pk=row.pk).state == "received"


def test_an_editor_never_sees_another_section_s_in_the_queue(staff):
    row = sent(title="Miến dong")
    text = client_of(staff.storyteller).get(reverse("submissions_queue"), {"q": row.code})
    assert row.title not in text.content.decode()


def test_without_the_right_to_see_senders_the_person_is_not_shown_nor_found(staff):
    row = sent()
    user = UserFactory()
    user.groups.add(staff.editor.groups.get())
    for group in user.groups.all():
        group.permissions.remove(Permission.objects.get(codename="see_sender"))
    assert user.has_perm("submissions.change_submission")
    client = client_of(user)
    text = client.get(reverse("submissions_review", args=[row.pk])).content.decode()
    assert "Bàn Thị Mười" not in text
    assert "0987 654 321" not in text
    assert is_refused(client.get(reverse("submissions_sender", args=[row.pk])))
    assert not client.get(reverse("submissions_queue"), {"q": "0987"}).context["object_list"]
