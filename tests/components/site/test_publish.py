"""Publishing again and again: what stays, what is replaced, what is refused."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from components.reader import access
from components.site import builds, folder, publish
from components.site.builds import Build, PublicationError
from store.database import migrate
from store.ground import clock
from store.ground.errors import UnusableStoreError
from store.rights.rights import VISITOR
from tests import stores
from tests.components.site.conftest import BUILT_AT, Publish

Contents = dict[str, bytes]
FILES = {
    builds.LIST: builds.write([]),
    "index.html": b"one",
    "goal/A.html": b"one",
    "archive/2025-01-31/index.html": b"earlier",
}


def contents(site: Path) -> Contents:
    """Every file of a folder."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def below(found: Contents, start: str) -> Contents:
    """The files of a part."""
    return {path: content for path, content in found.items() if path.startswith(start)}


def test_earlier_builds_stay_as_they_were_and_the_same_day_gives_the_same_bytes(
    tmp_path: Path, publish_to: Publish
) -> None:
    site = tmp_path / "site"
    older = "2021-06-30"  # after the version of 2020 was adopted and before that of 2022
    assert publish_to(site, older).plan == "2020"
    first = contents(site)
    publish_to(site)
    second = contents(site)
    archived = f"archive/{older}/"  # the version that the day means takes no name of its own
    assert below(first, archived)
    assert below(second, archived) == below(first, archived)
    assert below(second, "assets/") == below(first, "assets/")
    assert second["index.html"] != first["index.html"]
    publish_to(site)
    assert contents(site) == second  # the same state gives the same bytes
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    listed = builds.read(second[builds.LIST])
    assert [build.as_of for build in listed] == [clock.today(), dt.date(2021, 6, 30)]
    assert f"{archived}index.html".encode() in second["archive.html"]

    publish_to(site, older)  # again, and the newest stays on top
    assert contents(site) == second


@pytest.mark.parametrize(
    ("as_of", "plan", "words"),
    [
        ((clock.today() + dt.timedelta(days=2)).isoformat(), None, "A site can show"),
        ((clock.LAUNCH - dt.timedelta(days=1)).isoformat(), None, "A site can show"),
        (None, "1999", "There is no plan version 1999; there are 2020, 2022."),
    ],
)
def test_what_cannot_be_shown_is_refused(
    tmp_path: Path, publish_to: Publish, as_of: str, plan: str, words: str
) -> None:
    with pytest.raises(PublicationError, match=words):
        publish_to(tmp_path / "site", as_of, plan)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("content", ["", "[]", '{"kind": "another"}'])
def test_a_folder_of_somebody_else_is_left_alone(
    tmp_path: Path, publish_to: Publish, content: str
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / (builds.LIST if content else "thesis.txt")).write_text(content)
    before = contents(site)
    with pytest.raises(PublicationError):
        publish_to(site)
    assert contents(site) == before


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with an archive, which was published and got a file of its host."""
    site = tmp_path / "site"
    folder.replace(site, FILES, ())
    (site / "CNAME").write_text("data.example.org")
    (site / ".git" / "refs").mkdir(parents=True)
    (site / "latest").symlink_to("archive/2025-01-31")
    return site


def test_what_else_lies_in_the_folder_stays(small: Path) -> None:
    before = contents(small)
    folder.replace(small, {"index.html": b"two"}, ("goal/",))
    kept = {path: content for path, content in before.items() if not path.startswith("goal/")}
    assert contents(small) == kept | {"index.html": b"two"}
    assert (small / ".git" / "refs").is_dir()
    assert (small / "latest").readlink() == Path("archive/2025-01-31")


def test_a_failure_leaves_the_site_as_it_was(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(small)

    def full(*_arguments: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(PublicationError, match="No space left"):
        folder.replace(small, {"index.html": b"two"}, ())
    assert contents(small) == before
    assert [path.name for path in small.parent.iterdir()] == ["site"]


def test_programs_publish_one_after_the_other(tmp_path: Path) -> None:
    site = tmp_path / "new" / "site"

    def add(number: int) -> None:
        build = Build(dt.date(2026, 1, number), "2022", True, False, number, BUILT_AT)
        with folder.alone(site):
            listed = builds.merged(folder.known(site), build)
            page = f"archive/{build.key}/index.html"
            folder.replace(site, {builds.LIST: builds.write(listed), page: b"one"}, ())

    with ThreadPoolExecutor(8) as programs:
        list(programs.map(add, range(1, 25)))
    assert len(builds.read((site / builds.LIST).read_bytes())) == 24
    assert len(list(site.glob("archive/*/index.html"))) == 24
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_what_a_killed_program_left_is_gone_after_the_next(small: Path) -> None:
    before = contents(small)
    left = small.with_name(".site.new")
    (left / "goal").mkdir(parents=True)
    (left / "goal" / "half.html").write_text("<!doctype")
    small.with_name(".site.lock").touch()
    with folder.alone(small):
        folder.replace(small, {"index.html": b"two"}, ())
    assert contents(small) == before | {"index.html": b"two"}
    assert [path.name for path in small.parent.iterdir()] == ["site"]


def test_a_power_cut_between_two_names_is_mended(small: Path) -> None:
    before = contents(small)
    small.rename(small.with_name(".site.before"))
    assert folder.known(small) == []
    assert contents(small) == before


def test_the_command_says_what_it_refuses(
    tmp_path: Path, store: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.txt").write_text("words")
    done = stores.call("publish", str(tmp_path), database_url=store)
    assert done.returncode == 1
    said = capfd.readouterr().err  # by the program that the command starts
    assert said.strip() == f"{tmp_path} is not empty and not a site of ours."


@pytest.mark.parametrize("name", ["file", "file/site", "n" * 300])
def test_what_cannot_be_a_folder_is_refused_in_a_sentence(
    tmp_path: Path, publish_to: Publish, name: str
) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "file").write_text("words")
    with pytest.raises(PublicationError):
        publish_to(shelf / name)
    assert contents(shelf) == {"file": b"words"}


def test_invented_figures_do_not_come_among_reported_ones(
    tmp_path: Path, publish_to: Publish
) -> None:
    site = tmp_path / "site"
    invented = Build(dt.date(2025, 1, 31), "2022", True, True, 1, BUILT_AT)
    folder.replace(site, {builds.LIST: builds.write([invented])}, ())
    before = contents(site)
    with pytest.raises(PublicationError, match="do not share a site"):
        publish_to(site)
    assert contents(site) == before


def test_a_program_shows_what_a_visitor_may_see(capfd: pytest.CaptureFixture[str]) -> None:
    assert access.reader().actor == VISITOR
    assert capfd.readouterr().err == ""  # Streamlit complains of a session where there is no page


def test_publishing_makes_no_store(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    with pytest.raises(UnusableStoreError, match="There is no store yet"):
        publish.run(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_a_store_without_a_plan_is_refused_in_a_sentence(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate.upgrade(sqlite_url).dispose()
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    with pytest.raises(PublicationError, match="The store holds no plan yet"):
        publish.run(tmp_path / "site")
    assert not (tmp_path / "site").exists()
