"""Addresses of the forms and of the private status pages.

`theo-doi/<token>` is masked in every log: `config.logs.PRIVATE_PATHS`.
"""

from django.urls import path

from submissions.models.page import ADDRESS
from submissions.views import status

urlpatterns = [
    path(f"{ADDRESS}/theo-doi/<str:token>/", status.status, name="submissions_status"),
]
