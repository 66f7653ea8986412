"""The browser that the tests drive, and nginx: `python -m tests.browser.install` gets them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import nginx

# The first is the same browser without windows: it takes a seventh less of the processor.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN = Path("/usr/bin/chromium")
MISSING = (
    "The tests need Chromium and could not get it: install it (on Debian: `apt-get install"
    " chromium`) or run `playwright install chromium`.\n"
)


def find_chromium() -> Path | None:
    """A browser that starts: the machine's, else Playwright's own."""
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[Path]:
    yield from (Path(path) for name in NAMES if (path := shutil.which(name)))
    yield DEBIAN
    with sync_playwright() as playwright:
        yield Path(playwright.chromium.executable_path)


def _starts(path: Path) -> bool:
    """Ubuntu's `chromium-browser` is there and only says where to get the real one."""
    if not path.is_file():
        return False
    return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0


def _ways() -> Iterator[list[list[str]]]:
    """What may be tried, each a row of commands."""
    if _may_install():
        yield [["apt-get", "update"], ["apt-get", "install", "-y", SHELL, "fonts-noto-core"]]
        yield [["apt-get", "install", "-y", "chromium", "fonts-noto-core"]]
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _run(*commands: list[str]) -> None:
    for command in commands:
        subprocess.run(command, stdout=sys.stderr, check=False)


def main() -> int:
    """Find or install both; say in one sentence when there is no browser.

    A test that lacks nginx says so itself.
    """
    if nginx.find() is None and _may_install():
        _run(["apt-get", "update"], ["apt-get", "install", "-y", "nginx-light"])
    if find_chromium():
        return 0
    for commands in _ways():
        _run(*commands)
        if find_chromium():
            return 0
    sys.stderr.write(MISSING)
    return 1


if __name__ == "__main__":
    sys.exit(main())
