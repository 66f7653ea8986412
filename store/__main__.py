"""The command line: `python -m store --help`."""

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.commands import publish as site_command
from store.commands import remind as reminding
from store.commands import user
from store.database import engine, migrate, settings
from store.ground import clock
from store.ground.complaints import refusals
from store.ground.errors import StoreError, UnusableStoreError
from store.ledger import audit
from store.models import Setting
from store.shipped import plan_and_figures
from store.standing.method import Method
from store.verify import cases


@contextmanager
def _transaction() -> Iterator[Session]:
    """All or nothing, on a store with today's tables; closed afterwards, so one file holds it."""
    opened = migrate.upgrade(engine.address())
    try:
        with Session(opened) as session, session.begin():
            audit.queue(session)  # of several first starts one fills the store, the others wait
            yield session
    finally:
        opened.dispose()


def init(_arguments: argparse.Namespace) -> int:
    """Create the store or bring it up to date, and fill in the shipped plan and figures."""
    with _transaction() as session:
        if settings.is_invented(session):
            raise UnusableStoreError(
                "This is a demonstration store; published figures do not go into it."
            )
        session.merge(Setting(key="figures", value="reported"))
        plan_and_figures.fill_plan(session)
        plan_and_figures.fill_figures(session)
    print(f"The store is ready: {shown_address()}")
    return 0


def migrate_only(_arguments: argparse.Namespace) -> int:
    """Bring the tables up to date; write no figures."""
    migrate.upgrade(engine.address()).dispose()
    print(f"The tables are up to date: {shown_address()}")
    return 0


def demonstrate(arguments: argparse.Namespace) -> int:
    """Create a second store with invented figures."""
    from store.demo import demo  # needs nothing that `init` should wait for

    with _transaction() as session:
        demo.fill(session, arguments.seed, clock.today())
    print(f"The demonstration is ready, every figure invented: {shown_address()}")
    return 0


def verify_file(arguments: argparse.Namespace) -> int:
    """Check the arithmetic against a file of cases."""
    return cases.main([arguments.file])


def export(arguments: argparse.Namespace) -> int:
    """Write the open data into a folder that is new or empty, as a Frictionless Data Package."""
    from store.commands import export as command  # needs nothing that `init` should wait for

    print("\n".join(command.run(arguments, engine.address())))
    return 0


def show_standing(arguments: argparse.Namespace) -> int:
    """Print what every objective and goal of each plan says on a day, as tables."""
    from store.commands import standing as command  # needs nothing that `init` should wait for

    print("\n".join(command.run(arguments, engine.address())))
    return 0


def manage_users(arguments: argparse.Namespace) -> int:
    """List people, add them, give and end their roles."""
    print("\n".join(user.run(arguments, engine.address())))
    return 0


def import_sheet(arguments: argparse.Namespace) -> int:
    """Check a sheet of figures as the page Import does; write them only with --send."""
    from store.commands import sheet as command  # needs nothing that `init` should wait for

    lines, status = command.run(arguments, engine.address())
    print("\n".join(lines))
    return status


def first_questions(arguments: argparse.Namespace) -> int:
    """Print what would open most verdicts, and what each answer would open."""
    from store.commands import questions as command  # needs nothing that `init` should wait for

    print("\n".join(command.run(arguments, engine.address())))
    return 0


def remind(arguments: argparse.Namespace) -> int:
    """Write to whoever owes figures, each in their own rhythm, nobody twice; for a timer."""
    lines, is_well = reminding.run(arguments, engine.address())
    print("\n".join(lines))
    return 0 if is_well else 1


def take_backup(arguments: argparse.Namespace) -> int:
    """Write a verified copy of the store, which may be in use, and drop those grown old."""
    from store.commands import backup as command  # needs nothing that `init` should wait for

    print("\n".join(command.take(arguments)))
    return 0


def put_back(arguments: argparse.Namespace) -> int:
    """Put a backup in the place of the store, which nobody may be using."""
    from store.commands import backup as command  # needs nothing that `init` should wait for

    print("\n".join(command.put_back(arguments)))
    return 0


def copy(arguments: argparse.Namespace) -> int:
    """Copy a store into an empty database, of the other engine for example."""
    from store.commands import backup as command  # needs nothing that `init` should wait for

    print("\n".join(command.copy(arguments)))
    return 0


def show_grants(arguments: argparse.Namespace) -> int:
    """Print what lets the app's role on PostgreSQL read everything and change no ledger."""
    from store.commands import grants as command  # needs nothing that `init` should wait for

    print("\n".join(command.run(arguments)))
    return 0


def publish(arguments: argparse.Namespace) -> int:
    """Write the public site into a folder: static pages for any host, earlier builds kept."""
    return site_command.run(arguments)


def shown_address() -> str:
    """The store's address without its password."""
    return sa.make_url(engine.address()).render_as_string(hide_password=True)


def parser() -> argparse.ArgumentParser:
    """The commands and their arguments."""
    root = argparse.ArgumentParser(
        prog="python -m store", description="Keep the dashboard's store (DATABASE_URL)."
    )
    commands = root.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, action: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=action.__doc__, description=action.__doc__)
        command.set_defaults(action=action)
        return command

    add("init", init)
    add("migrate", migrate_only)
    add("demo", demonstrate).add_argument("--seed", type=int, default=4)
    add("verify", verify_file).add_argument("file")
    site_command.declare(add("publish", publish))
    imported = add("import", import_sheet)
    imported.add_argument("file", metavar="FILE", type=Path, help="a filled template, XLSX or CSV")
    imported.add_argument("--plan", help="plan version; default the newest adopted by today")
    imported.add_argument("--send", action="store_true", help="write the figures, all or none")
    exported = add("export", export)
    exported.add_argument("folder", metavar="DIR", type=Path)
    exported.add_argument("--as-of", type=dt.date.fromisoformat, help="known by it; default today")
    exported.add_argument("--plan", help="plan version; default the newest adopted by the day")
    shown = add("standing", show_standing)
    shown.add_argument("--as-of", type=dt.date.fromisoformat, help="known by it; default today")
    shown.add_argument("--method", choices=[*Method], default=Method.IN_FORCE)
    asked = add("questions", first_questions)
    asked.add_argument("--as-of", type=dt.date.fromisoformat, help="known by it; default today")
    asked.add_argument("--plan", help="plan version; default the newest adopted by the day")
    user.declare(add("user", manage_users))
    reminding.declare(add("remind", remind))
    taken = add("backup", take_backup)
    taken.add_argument(
        "folder",
        metavar="DIR",
        type=Path,
        nargs="?",
        help="default: BACKUP_DIR, else data/local/backups",
    )
    taken.add_argument("--keep-all", action="store_true", help="remove no older backup")
    restored = add("restore", put_back)
    restored.add_argument("file", metavar="FILE", type=Path, help="a backup")
    restored.add_argument(
        "--set-aside", action="store_true", help="keep the store that is there beside it"
    )
    copied = add("copy", copy)
    copied.add_argument("source", metavar="FROM", help="address of a store")
    copied.add_argument("target", metavar="TO", help="address of an empty database")
    granted = add("grants", show_grants)
    granted.add_argument("role", metavar="ROLE", help="the role that the app signs in as")
    return root


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; what the user can mend is said in one sentence."""
    arguments = parser().parse_args(words)
    try:
        return arguments.action(arguments)
    except (StoreError, ValidationError) as error:
        print(*refusals(error), sep="\n", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
