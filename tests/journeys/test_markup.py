"""The HTML of every page type is valid, by the checker of the W3C (vnu)."""

import os
import shutil
import subprocess
import urllib.error
import urllib.request

import pytest

from tests.journeys.addresses import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
MORE = ["/so-do-trang/", "/trung-bay/so-cho/", "/su-kien/gap-go-ngan-hang-va-nha-lam/"]


@pytest.fixture
def vnu():
    """The command of the checker: VNU_JAR names it."""
    jar, java = os.environ.get("VNU_JAR"), shutil.which("java")
    if not jar or not java:
        pytest.skip("the HTML checker is not installed (set VNU_JAR to vnu.jar; needs Java)")
    return [java, "-jar", jar, "--errors-only", "--skip-non-html"]


def test_every_page_is_valid_html(portal, vnu, tmp_path):
    for number, path in enumerate([*PAGES.values(), *MORE]):
        try:
            with urllib.request.urlopen(portal + path) as answer:
                html = answer.read()
        except urllib.error.HTTPError as error:
            html = error.read()
        (tmp_path / f"{number:02d}.html").write_bytes(html)
    files = sorted(str(path) for path in tmp_path.iterdir())
    done = subprocess.run([*vnu, *files], capture_output=True, text=True, check=False)
    assert done.stderr == ""
