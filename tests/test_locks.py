"""The locks hold exactly what the lists of requirements ask for, and nothing of one machine."""

import re

import pytest
from packaging.requirements import Requirement

from tests.test_layers import ROOT

PIN = re.compile(r"^(\S+==.+?) \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", re.MULTILINE)
LISTS = {
    "requirements.lock": ("requirements.txt",),
    "requirements-dev.lock": ("requirements.txt", "requirements-dev.txt"),
}


def asked(name: str) -> list[Requirement]:
    """The requirements that a list names itself."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and line[0] not in "#-"]


def pins(name: str) -> list[Requirement]:
    """What a lock installs, each with its one version; for some Pythons one package has two."""
    return [Requirement(pin) for pin in PIN.findall((ROOT / name).read_text(encoding="utf-8"))]


def version(pin: Requirement) -> str:
    """The version of a pin."""
    (only,) = pin.specifier
    return only.version


@pytest.mark.parametrize("lock", LISTS)
def test_a_lock_has_a_version_in_bounds_of_everything_asked_for(lock: str) -> None:
    locked = pins(lock)
    unmet = [
        f"{wanted} ({name})"
        for name in LISTS[lock]
        for wanted in asked(name)
        if not (found := [version(pin) for pin in locked if pin.name == wanted.name.lower()])
        or not all(wanted.specifier.contains(one) for one in found)
    ]
    assert unmet == [], "run `make lock`"


@pytest.mark.parametrize("lock", LISTS)
def test_a_lock_has_hashes_and_names_no_host_and_no_folder(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    left = [line for line in PIN.sub("", text).splitlines() if not line.lstrip().startswith("#")]
    assert left == []
    assert re.findall(r"\S*(?:://|@|(?<![\w.])/)\S*", text) == []


def test_the_tests_run_on_the_versions_that_serve() -> None:
    serving = {str(pin) for pin in pins("requirements.lock")}
    assert serving - {str(pin) for pin in pins("requirements-dev.lock")} == set()
