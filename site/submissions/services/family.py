"""One person's submissions that hang together: the first, and what followed by its link."""

from submissions.models import Submission


def above(submission: Submission) -> list[Submission]:
    """Those by whose links it came, the nearest first."""
    found: list[Submission] = []
    row = submission
    while row.origin_id and row.origin_id not in {submission.pk, *(one.pk for one in found)}:
        row = row.origin  # type: ignore[assignment]
        found.append(row)
    return found


def later(submission: Submission) -> list[Submission]:
    """Those that came by its link, and by theirs."""
    found: dict[int, Submission] = {}
    level = [submission.pk]
    while level:
        rows = Submission.objects.filter(origin__in=level).exclude(pk__in=list(found))
        level = [row.pk for row in rows]
        found |= {row.pk: row for row in rows}
    return list(found.values())


def first_of(submission: Submission) -> Submission:
    """The one all began with."""
    return [submission, *above(submission)][-1]


def family(submission: Submission) -> list[Submission]:
    """The first one and all that came by its link or by theirs, in the order they came."""
    first = first_of(submission)
    found = {row.pk: row for row in [first, *later(first), submission]}
    return sorted(found.values(), key=lambda row: row.pk)


def pages_of(*submissions: Submission, made: bool = True) -> list:
    """The pages they became, or with `made=False` also those they changed; whatever their state."""
    from core.models import BasePage

    which = {"came_from__submission__in": submissions} | ({"came_from__made": True} if made else {})
    rows = BasePage.objects.filter(**which)  # in one call: of one and the same row
    return list(rows.distinct().order_by("path"))
