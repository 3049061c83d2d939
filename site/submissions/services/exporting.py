"""A copy of all that is kept about a person: for machines, for people, and the pictures."""

import io
import json
import re
import zipfile
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone

from submissions.models import Submission, SubmissionFile
from submissions.services.family import family
from submissions.tracker import field_labels
from vietnamese import slugify

SENDER = (
    "name", "role", "phone", "email", "zalo", "address", "about", "tax_code", "phone_proved_at",
    "email_proved_at",
)  # fmt: skip


def export(submission: Submission) -> bytes:
    """A zip: `du-lieu.json`, `doc-truoc.html` and the files, under names any system takes."""
    rows = family(submission)
    data = {"xuat_luc": timezone.now(), "ho_so": [_data(row) for row in rows]}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        archive.writestr("du-lieu.json", text)
        page = render_to_string("submissions/status/export.html", {"rows": data["ho_so"]})
        archive.writestr("doc-truoc.html", page)
        for row in rows:
            for file in row.files.all():
                _add(archive, row, file)
    return out.getvalue()


def file_name(submission: Submission, file: SubmissionFile) -> str:
    """`tep/HS-26-7K4M/1-anh-phoi-mien.jpg`: letters, digits and hyphens alone."""
    stem, _dot, _ending = (file.name or "tep").rpartition(".")
    ending = re.sub(r"[^a-z0-9]", "", file.file.name.rpartition(".")[2].lower())[:5] or "bin"
    words = slugify(stem or file.name)[:60] or "tep"
    return f"tep/{submission.code}/{file.pk}-{words}.{ending}"


def _add(archive: zipfile.ZipFile, submission: Submission, file: SubmissionFile) -> None:
    try:
        with file.file.open("rb") as content:
            archive.writestr(file_name(submission, file), content.read())
    except OSError:
        return  # its line in the list says that there was one


def _data(submission: Submission) -> dict[str, Any]:
    sender = getattr(submission, "sender", None)
    labels = field_labels(submission)
    answers = [
        {"o": labels.get(name, name), "ten": name, "gia_tri": value}
        for name, value in submission.payload.items()
    ]
    readable = submission.intake.rows(submission.payload, submission.subject)
    return {
        "ma": submission.code,
        "loai": submission.get_kind_display(),
        "ten": submission.title,
        "tinh_trang": submission.get_state_display(),
        "den_qua": submission.get_channel_display(),
        "nhan_luc": submission.received_at,
        "nguoi_gui": {
            str(sender._meta.get_field(name).verbose_name): getattr(sender, name) for name in SENDER
        }
        if sender
        else {},
        "cau_tra_loi": answers,
        "cau_tra_loi_doc_duoc": [{"o": row.label, "gia_tri": row.value} for row in readable],
        "ban_truoc": list(submission.versions.values("payload", "replaced_at")),
        "dong_y": [_consent(row) for row in submission.consents.select_related("text")],
        "su_viec": [
            {"viec": row.get_kind_display(), "luc": row.at, "loi": row.text}
            for row in submission.events.filter(public=True)
        ],
        "ghi_chu": [
            {"o": labels.get(row.field, row.field), "loi": row.text, "xong_luc": row.resolved_at}
            for row in submission.notes.filter(sent_at__isnull=False)
        ],
        "yeu_cau": [
            {
                "loai": row.get_kind_display(), "luc": row.created_at, "loi": row.text,
                "han": row.due_at, "xong_luc": row.done_at, "tra_loi": row.answer,
            }
            for row in submission.requests.all()
        ],
        "tep": [
            {
                "ten": row.name, "tep": file_name(submission, row), "mo_ta": row.alt,
                "co_nguoi": row.has_person, "co": row.size,
            }
            for row in submission.files.all()
        ],
        "trang": [
            {"ten": result.page.title, "dia_chi": result.page.full_url, "hien": result.page.live
             and not result.page.withdrawn_at}
            for result in submission.results.select_related("page") if result.page
        ],
    }  # fmt: skip


def _consent(row: Any) -> dict[str, Any]:
    return {
        "muc_dich": row.get_purpose_display(),
        "loi": row.text.text,
        "ban": row.text.version,
        "dong_y_luc": row.given_at,
        "cach_noi": row.get_way_display(),
        "rut_luc": row.withdrawn_at,
    }
