"""The view a reader chose: day, plan version, region; how it is read from an address."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from components.language.markdown import escape
from components.language.text import _, day
from store.ground.clock import LAUNCH
from store.ledger.knowledge import Until
from store.models.places import WORLD

MOST_NAMED = 24  # options that a sentence can name


@dataclass(frozen=True, slots=True)
class View:
    """What every page of one reader shows: what is known up to `until`, under `plan`."""

    until: Until
    plan: str
    region: str = WORLD

    @property
    def as_of(self) -> dt.date:
        """The day chosen; a meeting's view also stops at an instant (`until`)."""
        return self.until.as_of

    @property
    def place(self) -> str:
        """The code of the chosen place: `WLD`, or a region such as `R-AFR`."""
        return WORLD if self.region == WORLD else f"R-{self.region}"

    @property
    def is_world(self) -> bool:
        """Whether no region was chosen."""
        return self.region == WORLD

    def parameters(self, today: dt.date, default_plan: str) -> dict[str, str]:
        """The address parameters that reopen this view; defaults need none."""
        chosen: dict[str, str] = {}
        if self.as_of != today:
            chosen["as_of"] = self.as_of.isoformat()
        if self.plan != default_plan:
            chosen["plan"] = self.plan
        if self.region != WORLD:
            chosen["region"] = self.region
        return chosen


def read_day(
    parameters: Mapping[str, str], name: str, default: dt.date, *, latest: dt.date
) -> tuple[dt.date, str]:
    """The day under `name` in the address, `default` when it says none or cannot be read.

    Returns the day and, where the address was wrong, the sentence that says so (else "").
    """
    written = parameters.get(name, "")
    if not written:
        return default, ""
    try:
        chosen = dt.date.fromisoformat(written)
    except ValueError:
        return default, _(
            "“{written}” in the address is not a date like 2023-01-31. You see {shown}.",
            written=escape(written),
            shown=day(default),
        )
    if chosen > latest:
        return latest, _(
            "{chosen} lies after {latest}, the last day that can be shown. You see {latest}.",
            chosen=day(chosen),
            latest=day(latest),
        )
    if chosen < LAUNCH:
        return LAUNCH, _(
            "The Initiative was launched on {launch}; nothing was known on {chosen}.",
            launch=day(LAUNCH),
            chosen=day(chosen),
        )
    return chosen, ""


def read_choice(
    parameters: Mapping[str, str], name: str, options: Collection[str], default: str
) -> tuple[str, str]:
    """The option under `name` in the address, the default when it says none or an unknown one.

    Returns the option and, where the address was wrong, the sentence that says so (else "").
    """
    written = parameters.get(name, "")
    if not written:
        return default, ""
    if written in options:
        return written, ""
    if len(options) > MOST_NAMED:
        return default, _(
            "“{name}={written}” in the address is not among the choices here.",
            name=name,
            written=escape(written),
        )
    return default, _(
        "“{name}={written}” in the address is unknown. It can be {options}.",
        name=name,
        written=escape(written),
        options=", ".join(options),
    )
