"""Addresses of the forms and of the private status pages.

`theo-doi/<token>` is masked in every log: `config.logs.PRIVATE_PATHS`.
"""

from submissions.status_urls import of_status

urlpatterns = [
    *of_status,
]
