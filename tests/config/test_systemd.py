"""The units of systemd: locked down alike, checked by systemd where it is there."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
SERVICES = sorted(DEPLOY.glob("*.service"))
TIMERS = sorted(DEPLOY.glob("*.timer"))
LOCKED = [
    "NoNewPrivileges=yes",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "PrivateTmp=yes",
    "PrivateDevices=yes",
    "RestrictSUIDSGID=yes",
    "CapabilityBoundingSet=",
    "ReadWritePaths=/srv/portal/var",
    "User=portal",
    "LockPersonality=yes",
    "ProtectKernelModules=yes",
    "SystemCallFilter=@system-service",
]


@pytest.mark.parametrize("unit", SERVICES, ids=lambda path: path.stem)
def test_every_service_may_do_only_what_it_needs(unit):
    lines = unit.read_text().splitlines()
    assert set(LOCKED) <= set(lines)
    assert "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6" in lines


def test_every_timer_has_its_service_and_every_command_exists():
    names = {path.stem for path in SERVICES}
    assert {path.stem for path in TIMERS} <= names
    for unit in SERVICES:
        for command in re.findall(r"^ExecStart=\S+ manage\.py (\w+)", unit.read_text(), re.M):
            found = list(DEPLOY.parent.glob(f"site/*/management/commands/{command}.py"))
            assert found or command == "db_worker"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_can_read_them(tmp_path):
    for unit in SERVICES + TIMERS:
        text = re.sub(r"/srv/portal/\.venv/bin/\w+", "/bin/true", unit.read_text())
        text = re.sub(r"^(User|Group)=portal$", r"\1=root", text, flags=re.M)
        (tmp_path / unit.name).write_text(text)
    paths = [str(path) for path in sorted(tmp_path.iterdir())]
    done = subprocess.run(
        ["systemd-analyze", "verify", *paths], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
