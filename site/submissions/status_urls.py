"""Addresses behind the private link of one submission."""

from django.urls import path

from submissions.models.page import ADDRESS
from submissions.views import acts, proving, rights, status

STATUS = f"{ADDRESS}/theo-doi/<str:token>/"

of_status = [
    path(STATUS, status.status, name="submissions_status"),
    path(f"{STATUS}nhan/", acts.answer, name="submissions_answer"),
    path(f"{STATUS}sua/", acts.correct, name="submissions_correct"),
    path(f"{STATUS}van-dung/", acts.confirm, name="submissions_confirm"),
    path(f"{STATUS}rut/", acts.withdraw, name="submissions_withdraw"),
    path(f"{STATUS}doi-duong-dan/", acts.renew, name="submissions_renew"),
    path(f"{STATUS}xac-nhan/", proving.type_code, name="submissions_code"),
    path(f"{STATUS}xac-nhan/<str:code>/", proving.prove, name="submissions_prove"),
    path(f"{STATUS}gui-lai-ma/", proving.send_again, name="submissions_resend"),
    path(f"{STATUS}dong-y/", rights.consents, name="submissions_consents"),
    path(f"{STATUS}yeu-cau/", rights.request_right, name="submissions_request"),
    path(f"{STATUS}du-lieu/", rights.download, name="submissions_data"),
]
