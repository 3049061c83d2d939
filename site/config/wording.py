"""Words of Wagtail's forms and lists that it makes from English names of fields.

They are set once, when the site starts; nothing else of those forms is touched.
"""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

LINK_TEXT: Final = _("Chữ của liên kết")
LABELS: Final[dict[str, dict[str, Any]]] = {
    "ExternalLinkChooserForm": {"link_text": LINK_TEXT},
    "AnchorLinkChooserForm": {"url": _("Tên điểm neo"), "link_text": LINK_TEXT},
    "EmailLinkChooserForm": {
        "email_address": _("Địa chỉ thư điện tử"),
        "link_text": LINK_TEXT,
        "subject": _("Tiêu đề thư"),
        "body": _("Nội dung thư"),
    },
    "PhoneLinkChooserForm": {"phone_number": _("Số điện thoại"), "link_text": LINK_TEXT},
}
SITE_COLUMNS: Final = {"port": _("Cổng"), "site_name": _("Tên"), "root_page": _("Trang gốc")}


def set_words() -> None:
    """Called once when the apps are ready."""
    from wagtail.admin.forms import choosers
    from wagtail.admin.forms.workflows import WorkflowPageForm
    from wagtail.admin.views.pages.search import SearchView
    from wagtail.contrib.search_promotions.forms import SearchPromotionsFormSet
    from wagtail.models import PAGE_PERMISSION_TYPES
    from wagtail.sites.views import IndexView
    from wagtail.users.forms import PagePermissionsForm

    for name_of_form, labels in LABELS.items():
        for name, label in labels.items():
            getattr(choosers, name_of_form).base_fields[name].label = label
    for column in IndexView.columns:
        column.label = SITE_COLUMNS.get(column.name, column.label)
    SearchView.verbose_name_plural = _("trang")
    words = {codename: label for codename, _short, label in PAGE_PERMISSION_TYPES}
    for form in (PagePermissionsForm, WorkflowPageForm):
        form.base_fields["page"].label = _("Trang")
    SearchPromotionsFormSet.form.base_fields["external_link_text"].label = LINK_TEXT
    field = PagePermissionsForm.base_fields["permissions"]
    field.label_from_instance = lambda permission: words.get(permission.codename, permission.name)
