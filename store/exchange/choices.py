"""Which day and plan version somebody asks for, where they may leave both open."""

import datetime as dt

from sqlmodel import Session

from store.ground.clock import LAUNCH
from store.ground.errors import InvalidExportError, UnknownReferenceError
from store.plan import contents


def check_day(as_of: dt.date, today: dt.date) -> dt.date:
    """The day.

    Errors: InvalidExportError for one in the future or before the Initiative.
    """
    if as_of > today:
        raise InvalidExportError(
            "{as_of} lies after {today}: nothing is known of it yet.", as_of=as_of, today=today
        )
    if as_of < LAUNCH:
        raise InvalidExportError(
            "The Initiative was launched on {launch}; nothing was known on {as_of}.",
            launch=LAUNCH,
            as_of=as_of,
        )
    return as_of


def choose_plan(session: Session, plan_code: str | None, as_of: dt.date) -> str:
    """The plan version asked for, else the one that the day means.

    Errors: UnknownReferenceError for a version, or any, that the store does not have.
    """
    versions = contents.plan_versions(session)
    codes = [plan.code for plan in versions]
    if not codes or (plan_code is not None and plan_code not in codes):
        raise UnknownReferenceError(
            "There is no plan version {code}. There are: {codes}.",
            code=plan_code or "",
            codes=", ".join(codes),
        )
    return plan_code or contents.plan_on(versions, as_of).code
