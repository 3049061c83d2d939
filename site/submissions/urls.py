"""Addresses of the forms and of the private status pages.

`theo-doi/<token>` is masked in every log: `config.logs.PRIVATE_PATHS`.
"""

from django.urls import path

from submissions.models.page import ADDRESS
from submissions.views import files, lookup, paper, receipt, sending, status, wizard

STATUS = f"{ADDRESS}/theo-doi/<str:token>/"
FORM = f"{ADDRESS}/<slug:kind>/"
PAPER = f"{ADDRESS}/mau-giay/<slug:kind>/"
SMALL = {"small": True}

of_files = [
    path(f"{STATUS}tep/<int:pk>/", files.status_file, name="submissions_status_file"),
    path(f"{STATUS}tep/<int:pk>/nho/", files.status_file, SMALL, name="submissions_status_thumb"),
    path(f"{FORM}anh/", files.upload_picture, name="submissions_upload_picture"),
    path(f"{FORM}giay/", files.upload_certificate, name="submissions_upload_certificate"),
    path(f"{FORM}tep/<int:pk>/", files.draft_file, name="submissions_draft_file"),
    path(f"{FORM}tep/<int:pk>/nho/", files.draft_file, SMALL, name="submissions_draft_thumb"),
    path(f"{FORM}tep/<int:pk>/bo/", files.drop_file, name="submissions_drop_file"),
    path(f"{FORM}tep/<int:pk>/mo-ta/", files.describe_file, name="submissions_describe_file"),
]

of_forms = [
    path(f"{ADDRESS}/tra-cuu/", lookup.lookup, name="submissions_lookup"),
    path(PAPER, paper.paper, name="submissions_paper"),
    path(f"{PAPER}qr.svg", paper.paper_code, name="submissions_paper_code"),
    path(f"{STATUS}bien-nhan/", receipt.receipt, name="submissions_receipt"),
    path(f"{STATUS}bien-nhan/qr.svg", receipt.receipt_code, name="submissions_receipt_code"),
    path(FORM, wizard.start, name="submissions_form"),
    path(f"{FORM}buoc-<int:number>/", wizard.step, name="submissions_step"),
    path(f"{FORM}bo/", wizard.throw_away, name="submissions_throw_away"),
    path(f"{FORM}gui/", sending.one_shot, name="submissions_one_shot"),
]

urlpatterns = [
    path(f"{ADDRESS}/theo-doi/<str:token>/", status.status, name="submissions_status"),
    *of_files,
    *of_forms,
]
