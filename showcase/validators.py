"""Checks of what startups tell about themselves."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.vn import mst


def validate_tax_code(value: str) -> None:
    """10 digits with their check digit, 10-3, or 12 digits (a personal identity number).

    Raises:
        ValidationError: with the reason in Vietnamese.
    """
    if not re.fullmatch(r"[0-9]{10}(-[0-9]{3})?|[0-9]{12}", value):
        raise ValidationError(_("Mã số thuế có 10 số, 10 số kèm -3 số, hoặc 12 số."))
    if len(value) != 12 and not mst.is_valid(value):
        raise ValidationError(_("Mã số thuế này không đúng số kiểm tra. Hãy xem lại từng số."))


def validate_web_url(value: str) -> None:
    """Only http and https, with a host, without a user name.

    Raises:
        ValidationError: with the reason in Vietnamese.
    """
    try:
        parts = urlsplit(value)
        allowed = parts.scheme in ("http", "https") and parts.hostname and parts.username is None
    except ValueError:  # brackets that hold no address, and the like
        allowed = False
    if not allowed:
        raise ValidationError(_("Chỉ nhận địa chỉ bắt đầu bằng https:// hoặc http://."))
