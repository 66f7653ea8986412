"""The command line: each command once as a process, as a user runs it, else in this one."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.__main__ import main
from tests import stores


def test_help_names_the_commands() -> None:
    done = stores.run("--help")
    assert done.returncode == 0
    for command in ("init", "migrate", "demo", "verify", "import", "publish"):
        assert f"\n    {command} " in done.stdout


def test_an_unknown_command_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["frobnicate"])
    assert left.value.code == 2
    assert "invalid choice: 'frobnicate'" in capsys.readouterr().err


def test_init_of_a_store_that_is_ready_says_so_and_prints_no_password(filled_url: str) -> None:
    is_shared = "@127.0.0.1" in filled_url
    done = stores.call("init", database_url=filled_url)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("The store is ready: ")
    assert ("@127.0.0.1" in done.stdout, ":***@" in done.stdout) == (is_shared, is_shared)


def test_migrate_writes_no_figures(sqlite_url: str, tmp_path: Path) -> None:
    done = stores.run("migrate", database_url=sqlite_url)
    assert done.stdout.startswith("The tables are up to date: ")
    assert figures(tmp_path / "store.db") == []


def test_a_relative_path_counts_from_the_project_wherever_it_is_said(tmp_path: Path) -> None:
    wanted = tmp_path / "store.db"
    relative = Path("..", *[".."] * (len(stores.ROOT.parts) - 2), *wanted.parts[1:])
    done = stores.run("init", database_url=f"sqlite:///{relative}", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("The store is ready: ")
    assert wanted.is_file()


def test_a_demonstration_is_not_filled_with_published_figures(demo_store: Path) -> None:
    before = demo_store.read_bytes()
    done = stores.call("init", database_url=f"sqlite:///{demo_store}")
    assert done.returncode == 1
    assert done.stderr == ("This is a demonstration store; published figures do not go into it.\n")
    assert demo_store.read_bytes() == before


def test_a_demonstration_is_the_same_for_the_same_seed(tmp_path: Path, demo_store: Path) -> None:
    done = stores.run("demo", "--seed", "4", database_url=f"sqlite:///{tmp_path / 'same.db'}")
    assert done.returncode == 0, done.stderr
    usual = figures(demo_store)
    assert len(usual) > 100
    assert figures(tmp_path / "same.db") == usual


def test_a_demonstration_made_twice_is_as_made_once(tmp_path: Path, demo_store: Path) -> None:
    copy = shutil.copyfile(demo_store, tmp_path / "demo.db")
    stores.make("demo", f"sqlite:///{copy}")
    assert figures(copy) == figures(demo_store)


def figures(path: Path) -> list[tuple[object, ...]]:
    """What a store measured, without the instant and the keys of the writing."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT indicator_code, place_code, period_start, period_end, revision, value,"
            " numerator, denominator, level, missing_reason FROM measurement ORDER BY id"
        ).fetchall()


def test_a_real_store_is_not_filled_with_invented_figures(
    filled_sqlite_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "filled.db"
    before = path.read_bytes()
    done = stores.call("demo", database_url=filled_sqlite_url)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert path.read_bytes() == before


def test_people_are_added_listed_and_their_roles_ended(filled_sqlite_url: str) -> None:
    def user(*words: str) -> str:
        done = stores.call("user", *words, database_url=filled_sqlite_url)
        assert done.returncode == 0, done.stderr
        return done.stdout

    said = user(
        *("add", "Amina", "--email", "amina@soil.example", "--organisation", "Soil Institute"),
        *("--partner", "--role", "regional representative", "--objective", "D4"),
        *("--region", "AFR", "--invite"),
    )
    assert said.startswith("invitation: ")
    assert "1  Amina  (amina@soil.example)" in said
    assert "role 1: regional representative D4 R-AFR from" in said
    assert "role 2: secretariat from" in user("grant", "1", "--role", "secretariat")
    assert " until 2100-01-01" in user("end", "1", "--on", "2100-01-01")
    refused = stores.call("user", "end", "9", database_url=filled_sqlite_url)
    assert (refused.returncode, refused.stderr) == (1, "There is no role 9.\n")


def test_questions_say_what_one_answer_opens(filled_sqlite_url: str) -> None:
    done = stores.call(
        "questions", "--plan", "2022", "--as-of", "2026-11-29", database_url=filled_sqlite_url
    )
    assert done.returncode == 0, done.stderr
    first, *lines = done.stdout.splitlines()
    assert first == "plan 2022, as known on 2026-11-29"
    at = lines.index("A6: a verdict with 1 answer (secretariat)")
    assert lines[at + 1] == "  A6-framework: level with a link, 2025, level, WLD"
    assert "goal E: a band with verdicts on E2, E3" in lines


def test_questions_about_an_unknown_plan_are_refused(filled_sqlite_url: str) -> None:
    done = stores.call("questions", "--plan", "1999", database_url=filled_sqlite_url)
    assert done.returncode == 1
    assert "There is no plan version 1999" in done.stderr
