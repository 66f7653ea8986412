"""Two processes behind nginx, primary and standby: each dies in use, and a person goes on working.

nginx and PostgreSQL run with the files of `deploy/`, but for addresses, paths and memory.
"""

import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import Session, col, select

from store.database import engine
from store.database.engine import ROOT
from store.models import AuditEntry, Measurement
from tests import nginx, postgres, standby, stores
from tests.browser import serve
from tests.browser.reader import ANYWHERE, new_context, visit
from tests.browser.reporting.provider import Provider, secrets_file
from tests.browser.reporting.signed_in import choose, enter_people, fill, press, sign_in
from tests.browser.serve import Server
from tests.browser.wait import until_quiet
from tests.processes import free_port

FORM = "/report?indicator=B3-regions&place=R-AFR&year={year}"
SOURCE = "Source: document or register"
SENT = "Sent. It waits"
LOST = "Nothing was saved, and what you typed is kept."
DATABASE = "dashboard"
# Memory of a test, and a disk that need not outlive the machine.
MODEST = {"shared_buffers": "32MB", "fsync": "off"}


@dataclass(frozen=True, slots=True)
class Installation:
    """What stands behind one address."""

    address: str
    apps: tuple[Server, Server]
    primary: postgres.Server
    standby: postgres.Server

    def serving(self) -> Server:
        """The process of the app that wrote last."""
        return max(self.apps, key=lambda app: _last_write(app.log))

    def kept(self) -> list[str]:
        """The sources of what was reported, as the standby has them."""
        url = self.standby.url.set(database=DATABASE)
        opened = engine.connect(url.render_as_string(hide_password=False))
        with Session(opened) as session:
            found = select(Measurement.source_title).where(
                col(Measurement.source_title).startswith("Log of")
            )
            sources = list(session.exec(found.order_by(col(Measurement.id))))
            noted = col(AuditEntry.after)["source_title"].as_string()
            entries = session.exec(select(noted).where(noted.startswith("Log of"))).all()
        opened.dispose()
        assert sorted(entries) == sorted(sources)
        return sources


def _last_write(log: Path) -> str:
    """The instant of the last line that says so; lines of JSON with the time in them."""
    lines = [line for line in log.read_text().splitlines() if '"event": "written"' in line]
    return max((line.partition('"time": "')[2] for line in lines), default="")


def configuration(ports: tuple[int, int], apps: tuple[Server, Server], folder: Path) -> str:
    """Nginx as it is deployed, on this machine's ports, with a certificate of its own."""
    key, certificate = folder / "dashboard.key", folder / "dashboard.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            *(
                "-nodes",
                "-days",
                "1",
                "-subj",
                "/CN=127.0.0.1",
                "-keyout",
                key,
                "-out",
                certificate,
            ),
        ],
        capture_output=True,
        check=True,
    )
    text = (ROOT / "deploy" / "nginx" / "dashboard.conf").read_text(encoding="utf-8")
    for written, here in {
        "listen 80;": f"listen 127.0.0.1:{ports[0]};",
        "listen 443 ssl;": f"listen 127.0.0.1:{ports[1]} ssl;",
        "dashboard.example.org": "127.0.0.1",
        "/etc/ssl/certs/dashboard.pem": str(certificate),
        "/etc/ssl/private/dashboard.key": str(key),
        "127.0.0.1:8501": apps[0].address.removeprefix("http://"),
        "127.0.0.1:8502": apps[1].address.removeprefix("http://"),
    }.items():
        assert written in text
        text = text.replace(written, here)
    return text


@pytest.fixture
def installation(
    real_store: Path, tmp_path: Path, providers: dict[str, Provider]
) -> Iterator[Installation]:
    """Everything that docs/operation.md installs, on this machine."""
    filled = shutil.copyfile(real_store, tmp_path / "filled.db")
    enter_people(filled)
    chosen = {**postgres.SETTINGS, **standby.settings("dashboard.conf"), **MODEST}
    with ExitStack() as started:
        primary = started.enter_context(postgres.serve(chosen))
        primary.run(f"CREATE DATABASE {DATABASE}")
        url = primary.url.set(database=DATABASE).render_as_string(hide_password=False)
        done = stores.call("copy", f"sqlite:///{filled}", url, database_url=url)
        assert done.returncode == 0, done.stderr
        second = started.enter_context(standby.stand_by(primary, chosen))
        hosts = [f"host=127.0.0.1:{one.url.port}" for one in (primary, second)]
        both = (
            f"postgresql+psycopg://postgres:{primary.home.password}@/{DATABASE}?{'&'.join(hosts)}"
            "&target_session_attrs=read-write&connect_timeout=2"
        )
        ports = free_port(), free_port()
        address = f"https://127.0.0.1:{ports[1]}"
        shared = secrets_file(providers, address)  # the same cookies count at both
        first, other = (
            started.enter_context(
                serve.running(both, tmp_path / f"{place}.log", lambda _own: shared)
            )
            for place in ("first", "other")
        )
        site = configuration(ports, (first, other), tmp_path)
        started.enter_context(nginx.serving(site, ports[1], tmp_path / "nginx"))
        yield Installation(address, (first, other), primary, second)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """The window of somebody who works on; what becomes of servers may be said in its console."""
    with new_context(browser, trusts_all=True) as context:
        yield context.new_page()


def fill_form(page: Page, address: str, year: int) -> None:
    """Fill a form, up to sending it."""
    visit(page, address + FORM.format(year=year))
    choose(page, "yes")
    fill(page, SOURCE, f"Log of {year}")


def send(page: Page) -> None:
    """Send the form, and be told that it was saved."""
    press(page, "Submit")
    expect(page.get_by_text(SENT).first).to_be_visible()


def test_a_person_works_on_whatever_dies(installation: Installation, page: Page) -> None:
    visit(page, installation.address + ANYWHERE)
    sign_in(page, "amina")
    fill_form(page, installation.address, 2016)
    send(page)

    for year in (2017, 2018):  # each process of the app in turn, while its page is open
        fill_form(page, installation.address, year)
        dying = installation.serving()
        dying.stop(signal.SIGKILL)
        until_quiet(page)
        send(page)
        assert installation.serving() is not dying
        if year == 2017:
            dying.start()

    fill_form(page, installation.address, 2019)
    installation.primary.process.kill()
    installation.primary.process.wait()
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text(LOST)).to_be_visible()
    assert installation.kept() == ["Log of 2016", "Log of 2017", "Log of 2018"]
    installation.standby.run("SELECT pg_promote()")
    expect(page.get_by_text(SENT).first).to_be_visible()  # what was pressed is done, once
    assert installation.kept() == [f"Log of {year}" for year in range(2016, 2020)]
