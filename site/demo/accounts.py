"""Log-ins of the demo. They exist only where DJANGO_ENV=dev."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from accounts.models import Section
from accounts.roles import GROUP_NAMES, Role
from home.services import setup_staff

PEOPLE: dict[str, tuple[str, str, str, Role]] = {
    "cong-tac-vien": ("Lường Thị", "Mai (mẫu)", "Cộng tác viên", Role.CONTRIBUTOR),
    "bien-tap": ("Hoàng Văn", "Minh (mẫu)", "Biên tập viên", Role.EDITOR),
    "duyet": ("Nông Thị", "Hà (mẫu)", "Người duyệt", Role.APPROVER),
    "quan-tri": ("Triệu Văn", "Sơn (mẫu)", "Quản trị", Role.ADMINISTRATOR),
    "bao-cao": ("Đinh Thu", "Trang (mẫu)", "Người báo cáo", Role.REPORTER),
}


def load_accounts(password: str) -> list[str]:
    """Make the demo log-ins, open them and set their password; nothing outside `dev`.

    A person who happens to have one of the names is left alone.

    Returns:
        The user names that can sign in with `password`.
    """
    if settings.DJANGO_ENV != "dev":
        return []
    setup_staff()
    user_model = get_user_model()
    names = []
    for username, (last, first, position, _role) in PEOPLE.items():
        user, _made = user_model.objects.get_or_create(
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
        user.is_superuser = False
        if not user.check_password(password):
            user.set_password(password)
        user.save()
    assign_roles()
    return names


def assign_roles() -> None:
    """Give each demo log-in its group; the editor edits every section there is by now."""
    for user in get_user_model().objects.filter(is_demo=True, username__in=PEOPLE):
        role = PEOPLE[user.username][3]
        if role is Role.EDITOR:
            user.groups.set(Group.objects.filter(pk__in=Section.objects.values("group")))
        else:
            user.groups.set(Group.objects.filter(name=GROUP_NAMES[role]))


def remove_accounts() -> int:
    """Deactivate every demo log-in and take its password. Staff are never deleted."""
    users = get_user_model().objects.filter(is_demo=True)
    for user in users:
        user.is_active = False
        user.set_unusable_password()
        user.save()
    return len(users)
