"""Names of startups as people look for them."""

import re

LEGAL_FORM = re.compile(
    r"^(?:công ty (?:tnhh|cổ phần|cp|hợp danh)(?: một thành viên| mtv)?|doanh nghiệp tư nhân|dntn|"
    r"hợp tác xã|htx|tổ hợp tác|tht|hộ kinh doanh|hkd|cơ sở(?: sản xuất)?|xưởng(?: cơ khí| mộc)?|"
    r"nhóm|tổ)\s+(?=\S)",
    re.IGNORECASE,
)


def brand(name: str) -> str:
    """The name without the legal form before it: “Hợp tác xã Trà Núi Mây” is found under T.

    A name that is nothing but a form stays as it is.
    """
    return LEGAL_FORM.sub("", name.strip(), count=1) or name
