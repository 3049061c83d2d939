"""Private addresses. What stands here is masked in every log: `config.logs.PRIVATE_PATHS`."""

from django.urls import path

from workflow.views import private

urlpatterns = [
    path("duyet/<str:token>/", private.approve, name="workflow_approve"),
    path("duyet/<str:token>/xem/", private.approve_preview, name="workflow_approve_preview"),
    path("duyet/<str:token>/sua/", private.approve_changes, name="workflow_approve_changes"),
    path("xem-nhap/<str:token>/", private.shared, name="workflow_shared"),
    path("xem-nhap/<str:token>/bai/", private.shared_preview, name="workflow_shared_preview"),
]
