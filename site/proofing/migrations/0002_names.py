"""A first list of names every commune writes; editors add those of their own place."""

from typing import Any

from django.db import migrations

NAMES = (
    "Bộ Khoa học và Công nghệ",
    "Hội đồng nhân dân",
    "Hội Liên hiệp Phụ nữ",
    "Hội Nông dân",
    "HĐND phường",
    "HĐND tỉnh",
    "HĐND xã",
    "Mặt trận Tổ quốc Việt Nam",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Phòng Văn hóa – Xã hội",
    "Sở Khoa học và Công nghệ",
    "Sở Nông nghiệp và Môi trường",
    "Trung tâm Dịch vụ tổng hợp",
    "Trung tâm Phục vụ hành chính công",
    "UBND phường",
    "UBND tỉnh",
    "UBND xã",
    "Ủy ban nhân dân",
)


def add_names(apps: Any, schema_editor: Any) -> None:
    """Only those not there yet."""
    model = apps.get_model("proofing", "OfficialName")
    model.objects.bulk_create([model(name=name) for name in NAMES], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("proofing", "0001_initial")]

    operations = [migrations.RunPython(add_names, migrations.RunPython.noop)]
