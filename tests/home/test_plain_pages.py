"""What the web server shows by itself while the site is away."""

from django.core.management import call_command

from home.models import SiteIdentity


def test_r_12_the_page_of_a_stop_names_the_units_telephone(home, settings, tmp_path):
    settings.STATIC_ROOT = str(tmp_path)
    identity = SiteIdentity.for_site(home.get_site())
    identity.phone = "0206 3 888 999"
    identity.save()
    call_command("write_plain_pages", verbosity=0)
    text = (tmp_path / "loi" / "bao-tri.html").read_text()
    assert "0206 3 888 999" in text
    for forbidden in ("<script", "<style", "style=", "http://", "https://"):
        assert forbidden not in text
    assert "Địa chỉ không có" in (tmp_path / "loi" / "khong-co.html").read_text()
    assert "20 MB" in (tmp_path / "loi" / "lon-qua.html").read_text()


def test_it_is_drawn_before_there_is_a_site(db, settings, tmp_path):
    settings.STATIC_ROOT = str(tmp_path)
    call_command("write_plain_pages", verbosity=0)
    assert '<html lang="vi">' in (tmp_path / "loi" / "bao-tri.html").read_text()
