"""What `deploy/` says of the project is true: files, names of settings, ports."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from store.database.engine import ROOT

DEPLOY = ROOT / "deploy"
# What whoever installs it lays beside the compose file.
LAID_BESIDE = {"secrets.toml", "dashboard.pem", "dashboard.key"}
# Read by Streamlit and by the image of PostgreSQL, not by us.
THEIRS = re.compile("(STREAMLIT|POSTGRES)_[A-Z_]+")
# What an installation does at its start, and afterwards.
PROGRAM = """
import sys
import server
from store.__main__ import main
sys.exit(main(["init"]) or main(["export", "package"]))
"""


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    """The services of the compose file, what they share merged into each."""
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]


def copied() -> list[str]:
    """The files and folders that the image is made of."""
    lines = re.findall(r"^COPY (.*)$", (DEPLOY / "Containerfile").read_text(), re.MULTILINE)
    return [source for line in lines for source in line.split()[:-1]]


def settings_read() -> set[str]:
    """The environment variables that the program, or a script of ours, reads."""
    sources = [*(ROOT / "components").rglob("*.py"), *(ROOT / "store").rglob("*.py")]
    sources += [*DEPLOY.rglob("*.sh")]
    texts = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    return set(re.findall(r'["$]([A-Z][A-Z_]+)\b', texts))


def test_an_image_holds_all_that_the_program_reads(tmp_path: Path) -> None:
    for source in copied():
        path = ROOT / source
        place = tmp_path / source
        if path.is_dir():
            shutil.copytree(path, place, ignore=shutil.ignore_patterns("local", "__pycache__"))
        else:
            shutil.copyfile(path, place)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": f"sqlite:///{tmp_path}/store.db"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "package" / "LICENSE").is_file()


def test_no_store_and_no_secret_of_whoever_builds_it_gets_into_an_image() -> None:
    left_out = set((ROOT / ".dockerignore").read_text().split())
    private = {line.strip("/") for line in (ROOT / ".gitignore").read_text().split()}
    for kept_back in ("data/local", ".streamlit/secrets.toml", ".venv"):
        assert kept_back in left_out & private


def test_services_name_files_settings_and_volumes_that_there_are(services: dict[str, Any]) -> None:
    known = settings_read()
    for name, service in services.items():
        for setting in service.get("environment", {}):
            assert setting in known or THEIRS.fullmatch(setting), (name, setting)
        for source in (volume.split(":")[0] for volume in service.get("volumes", [])):
            path = source.removeprefix("./")
            is_volume = path == source
            assert is_volume or path in LAID_BESIDE or (DEPLOY / path).is_file(), (name, source)


def test_the_example_of_an_environment_names_settings_that_are_read() -> None:
    lines = (DEPLOY / "environment.example").read_text().splitlines()
    named = {line.split("=")[0] for line in lines if not line.startswith("#")}
    assert {name for name in named if not THEIRS.fullmatch(name)} <= settings_read()


def test_nginx_finds_each_process_at_its_port(services: dict[str, Any]) -> None:
    asked = set(
        re.findall(r"server 127\.0\.0\.1:(\d+)", (DEPLOY / "nginx/dashboard.conf").read_text())
    )
    apps = [services["first"], services["second"]]
    assert {one["environment"]["STREAMLIT_SERVER_PORT"] for one in apps} == asked
    assert {one["network_mode"] for one in apps} == {"service:nginx"}
    assert asked == set(re.findall(r"dashboard@(\d+)", (ROOT / "docs/operation.md").read_text()))
