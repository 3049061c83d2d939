"""One person's submissions that hang together: the first, and what followed by its link."""

from submissions.models import Submission


def first_of(submission: Submission) -> Submission:
    """The one all began with."""
    first, seen = submission, {submission.pk}
    while first.origin_id and first.origin_id not in seen:
        seen.add(first.origin_id)
        first = first.origin  # type: ignore[assignment]
    return first


def family(submission: Submission) -> list[Submission]:
    """The first one and all that came by its link or by theirs, in the order they came."""
    first = first_of(submission)
    found, level = {first.pk: first}, [first.pk]
    while level:
        rows = Submission.objects.filter(origin__in=level).exclude(pk__in=list(found))
        level = [row.pk for row in rows]
        found |= {row.pk: row for row in rows}
    found[submission.pk] = submission
    return sorted(found.values(), key=lambda row: row.pk)


def pages_of(*submissions: Submission, made: bool = True) -> list:
    """The pages they became, or with `made=False` also those they changed; whatever their state."""
    from core.models import BasePage

    which = {"came_from__submission__in": submissions} | ({"came_from__made": True} if made else {})
    rows = BasePage.objects.filter(**which)  # in one call: of one and the same row
    return list(rows.distinct().order_by("path"))
