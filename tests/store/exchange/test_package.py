"""The data package: valid for the public validator, and the same bytes for the same knowledge."""

import argparse
import csv
import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import pytest
import sqlalchemy as sa
from frictionless import validate
from sqlmodel import Session, col

from store.commands import export
from store.database import engine
from store.exchange import package
from store.ground.errors import UnknownReferenceError
from store.models import Place
from tests import stores
from tests.store import packages
from tests.store.writing import publish

TODAY = dt.date(2026, 11, 1)
DAYS = (dt.date(2015, 12, 1), dt.date(2021, 6, 1), TODAY)


def build(opened: sa.Engine, plan: str = "2022", as_of: dt.date = TODAY) -> dict[str, bytes]:
    """The package of a store."""
    with Session(opened) as session:
        return packages.build(session, plan, as_of)


def zipped(opened: sa.Engine, as_of: dt.date = TODAY) -> bytes:
    """The same as one archive."""
    target = io.BytesIO()
    with Session(opened) as session:
        package.archive(session, "2022", as_of, target)
    return target.getvalue()


def put(files: dict[str, bytes], folder: Path) -> Path:
    """Write the files; the path of their descriptor."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder / "datapackage.json"


def problems(descriptor: Path) -> list[list[str]]:
    """What the public validator has to say against a package."""
    return validate(str(descriptor)).flatten(["title", "note"])


@pytest.mark.parametrize("plan", ["2020", "2022"])
@pytest.mark.parametrize("as_of", DAYS)
def test_the_real_package_is_valid_on_every_day(
    real_store: Path, tmp_path: Path, plan: str, as_of: dt.date
) -> None:
    files = build(engine.connect(f"sqlite:///{real_store}"), plan, as_of)
    assert problems(put(files, tmp_path)) == []


def test_an_invented_package_is_valid_and_every_file_says_it(
    demo_store: Path, tmp_path: Path
) -> None:
    files = build(engine.connect(f"sqlite:///{demo_store}"))
    assert problems(put(files, tmp_path)) == []
    silent = {name for name, content in files.items() if b"INVENTED FIGURES" not in content}
    empty = {"data/calls.csv", "data/soil_samplings.csv"}
    assert silent == {"LICENSE", *empty}  # the demonstration invents none of these
    assert {len(files[name].splitlines()) for name in empty} == {1}
    for name in ("data/measurements.csv", "data/places.csv", "sdmx/measurements.csv"):
        rows = list(csv.DictReader(io.StringIO(files[name].decode())))
        assert rows
        assert all("INVENTED FIGURES" in "".join(map(str, row.values())) for row in rows)


@pytest.mark.same_sql
def test_a_wrong_byte_is_found_by_its_checksum(shared: sa.Engine, tmp_path: Path) -> None:
    files = build(shared)
    goals = files["data/goals.csv"]
    descriptor = put(files | {"data/goals.csv": goals.replace(b"Impl", b"Comp")}, tmp_path)
    assert [title for title, _note in problems(descriptor)] == ["Hash Count Error"]


def test_the_package_says_its_day_version_licence_and_sources(shared: sa.Engine) -> None:
    described = json.loads(build(shared)["datapackage.json"])
    assert (described["as_of"], described["plan"]) == ("2026-11-01", "2022")
    assert described["version"] == "1.5.0+plan2022.2026-11-01"
    assert described["licenses"][0]["name"] == "MIT"
    titles = [source["title"] for source in described["sources"]]
    assert any("Wiese et al. 2021" in title for title in titles)
    assert len(titles) > 10


def test_the_same_day_builds_the_same_bytes_also_after_later_writes(filled: sa.Engine) -> None:
    past = dt.date(2025, 1, 1)
    before, archives = (build(filled, as_of=past), build(filled)), zipped(filled, past)
    publish(filled, dt.date(2026, 3, 2), value=9)
    assert build(filled, as_of=past) == before[0]
    assert zipped(filled, past) == archives
    assert build(filled) != before[1]


def test_both_engines_give_the_same_bytes_whatever_order_rows_lie_in(
    filled_sqlite_url: str, filled_postgres_url: str
) -> None:
    opened = engine.connect(filled_postgres_url)
    with opened.begin() as connection:  # PostgreSQL moves a row that is written again
        connection.execute(sa.update(Place).where(col(Place.code) == "R-AFR").values(kind="region"))
    files = build(engine.connect(filled_sqlite_url)), build(opened)
    for name in ("goals", "objectives", "indicators", "status", "places"):  # others tell instants
        assert files[0][f"data/{name}.csv"] == files[1][f"data/{name}.csv"], name


@pytest.mark.same_sql
def test_the_archive_holds_every_file(shared: sa.Engine) -> None:
    files = build(shared)
    with zipfile.ZipFile(io.BytesIO(zipped(shared))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files


def test_an_unknown_plan_is_refused(shared: sa.Engine) -> None:
    with pytest.raises(UnknownReferenceError):
        build(shared, "1999")


def test_the_command_writes_the_package_into_a_new_folder(real_store: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{real_store}"
    folder = tmp_path / "out" / "package"
    done = stores.run("export", str(folder), "--as-of", "2021-06-01", database_url=url)
    assert done.returncode == 0, done.stderr
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert done.stdout == f"{len(found)} files, plan 2020 as known on 2021-06-01: {folder}\n"
    assert found == build(engine.connect(url), "2020", dt.date(2021, 6, 1))
    assert [path.name for path in folder.parent.iterdir()] == ["package"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("taken",), "already exists and is not empty."),
        (("new", "--as-of", "2999-01-01"), "nothing is known of it yet."),
        (("new", "--as-of", "2015-11-30"), "nothing was known on 2015-11-30."),
        (("new", "--plan", "1999"), "There is no plan version 1999. There are: 2020, 2022."),
        (("taken/file/new",), "cannot be written: "),
        (("n" * 300,), "cannot be written: File name too long."),
    ],
)
def test_the_command_refuses_in_one_sentence_and_leaves_nothing(
    real_store: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "file").write_text("mine")
    done = stores.call(
        "export",
        str(tmp_path / words[0]),
        *words[1:],
        database_url=f"sqlite:///{real_store}",
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert said in done.stderr
    assert [path.name for path in tmp_path.rglob("*")] == ["taken", "file"]


@pytest.mark.parametrize("name", [".", "link"])
def test_the_command_fills_an_empty_folder_by_any_name(
    real_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (tmp_path / "link").symlink_to("empty")
    monkeypatch.chdir(empty if name == "." else tmp_path)
    words = argparse.Namespace(folder=Path(name), as_of=TODAY, plan=None)
    export.run(words, f"sqlite:///{real_store}")
    assert (empty / "datapackage.json").is_file()
    assert (tmp_path / "link").is_symlink()


def test_the_command_makes_no_store(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'none.db'}"
    done = stores.call("export", str(tmp_path / "out"), database_url=url)
    assert (done.returncode, done.stderr) == (
        1,
        "There is no store yet. Run `python -m store init`.\n",
    )
    assert list(tmp_path.iterdir()) == []
