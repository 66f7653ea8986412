"""The builds that a published folder holds: what each one shows and when it was made."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from pydantic import TypeAdapter

from components.reader import cache, clock
from store.ground.clock import LAUNCH
from store.ground.errors import StoreError
from store.plan import contents

LIST = "site.json"  # also the mark of a folder that is ours to replace
KIND = "4 per 1000 Dashboard, public site"


class PublicationError(StoreError):
    """A site that cannot be published as asked; the folder was left untouched."""


@dataclass(frozen=True, slots=True)
class Build:
    """One state of the plan as published: figures known on a day, judged by a plan version."""

    as_of: dt.date
    plan: str
    is_default_plan: bool
    is_invented: bool
    entry: int  # the last entry of the audit that the store had
    built_at: dt.datetime

    @property
    def key(self) -> str:
        """The name of its folder in the archive."""
        return f"{self.as_of}" if self.is_default_plan else f"{self.as_of}-plan{self.plan}"


def choose(as_of: dt.date | None, plan: str | None, built_at: dt.datetime) -> Build:
    """The build of a day and a plan version: today, and the version that the day means.

    Errors: PublicationError for a day or a version that cannot be.
    """
    day = as_of or clock.today()
    if not LAUNCH <= day <= clock.today():
        raise PublicationError(
            "A site can show what was known from {launch} to {today}, not on {day}.",
            launch=LAUNCH,
            today=clock.today(),
            day=day,
        )
    versions = cache.plan_versions()
    codes = [version.code for version in versions]
    if not codes:
        raise PublicationError("The store holds no plan yet: fill it with `python -m store init`.")
    if plan is not None and plan not in codes:
        raise PublicationError(
            "There is no plan version {plan}; there are {plans}.", plan=plan, plans=", ".join(codes)
        )
    default = contents.plan_on(versions, day).code
    return Build(
        as_of=day,
        plan=plan or default,
        is_default_plan=plan in (None, default),
        is_invented=cache.is_invented(),
        entry=cache.store_version()[1],
        built_at=built_at.replace(microsecond=0),
    )


def merged(builds: Iterable[Build], new: Build) -> list[Build]:
    """The builds with the new one in the place of its predecessor, the newest day first.

    Errors: PublicationError where reported and invented figures would meet.
    """
    earlier = list(builds)
    if any(build.is_invented != new.is_invented for build in earlier):
        raise PublicationError(
            "Reported and invented figures do not share a site: choose another folder."
        )
    others = [build for build in earlier if build.key != new.key]
    return sorted(
        [*others, new],
        key=lambda build: (build.as_of, build.is_default_plan, build.plan),
        reverse=True,
    )


def write(builds: Iterable[Build]) -> bytes:
    """The list as the folder keeps it."""
    rows = [asdict(build) | {"key": build.key} for build in builds]
    content = json.dumps({"kind": KIND, "builds": rows}, default=str, indent=1)
    return f"{content}\n".encode()


def read(content: bytes) -> list[Build]:
    """The list of a folder.

    Errors: PublicationError for a file that we did not write.
    """
    try:
        listed = json.loads(content)
        rows = listed["builds"] if listed["kind"] == KIND else None
        return TypeAdapter(list[Build]).validate_python(rows)
    except (ValueError, KeyError, TypeError) as error:
        raise PublicationError("Its {file} is not ours.", file=LIST) from error
