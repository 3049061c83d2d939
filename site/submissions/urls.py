"""Addresses of the forms and of the private status pages.

`theo-doi/<token>` is masked in every log: `config.logs.PRIVATE_PATHS`.
"""

from django.urls import path

from submissions.models.page import ADDRESS
from submissions.views import files, status

STATUS = f"{ADDRESS}/theo-doi/<str:token>/"
FORM = f"{ADDRESS}/<slug:kind>/"
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

urlpatterns = [
    path(f"{ADDRESS}/theo-doi/<str:token>/", status.status, name="submissions_status"),
    *of_files,
]
