"""Log-ins of the demo. They exist only where DJANGO_ENV=dev."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from home.services import grant_staff, name_in_vietnamese

PEOPLE = {
    "cong-tac-vien": ("Lường Thị", "Mai (mẫu)", "Cộng tác viên", "Biên tập viên"),
    "bien-tap": ("Hoàng Văn", "Minh (mẫu)", "Biên tập viên", "Biên tập viên"),
    "duyet": ("Nông Thị", "Hà (mẫu)", "Người duyệt", "Người duyệt"),
    "quan-tri": ("Triệu Văn", "Sơn (mẫu)", "Quản trị", None),
    "bao-cao": ("Đinh Thu", "Trang (mẫu)", "Người báo cáo", "Người báo cáo"),
}


def load_accounts(password: str) -> list[str]:
    """Make the demo log-ins, open them and set their password; nothing outside `dev`.

    A person who happens to have one of the names is left alone.

    Returns:
        The user names that can sign in with `password`.
    """
    if settings.DJANGO_ENV != "dev":
        return []
    name_in_vietnamese()
    grant_staff()
    user_model = get_user_model()
    names = []
    for username, (last, first, position, group) in PEOPLE.items():
        user, _ = user_model.objects.get_or_create(
            username=username,
            defaults={
                "last_name": last,
                "first_name": first,
                "position": position,
                "email": f"{username}@mau.example",
                "is_demo": True,
            },
        )
        if not user.is_demo:
            continue
        names.append(username)
        user.is_active = True
        user.is_superuser = username == "quan-tri"
        if not user.check_password(password):
            user.set_password(password)
        user.save()
        if group:
            user.groups.add(Group.objects.get(name=group))
    return names


def remove_accounts() -> int:
    """Deactivate every demo log-in and take its password. Staff are never deleted."""
    users = get_user_model().objects.filter(is_demo=True)
    for user in users:
        user.is_active = False
        user.set_unusable_password()
        user.save()
    return len(users)
