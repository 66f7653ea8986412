"""What a chart says around itself once it left its page as a picture: title, meaning, sources."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from components.language.text import _, _n, day, number
from components.reader import cache
from components.reader.view import View

MOST_CITED = 3  # documents that a picture names


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a picture.

    `title` is what the chart shows, `meaning` what that means or how it is read, `source` the
    documents behind it (see `cited`) or where they are named.
    """

    title: str
    source: str
    meaning: str = ""

    def below(self, view: View) -> list[str]:
        """What stands under the title: meaning, plan and day, sources."""
        return [line for line in (self.meaning, *foundation(view), self.source) if line]


def foundation(view: View) -> list[str]:
    """Whose figures a picture shows, as known when; that they are invented, if they are."""
    known = _("Plan {version}, as known on {day}", version=view.plan, day=day(view.as_of))
    parts = [f"{known} · {_('The international “4 per 1000” Initiative')}"]
    return [*parts, _("Invented figures: demonstration")] if cache.is_invented() else parts


def cited(titles: Iterable[str]) -> str:
    """The documents by name, the most used first; of many, only how many more there are."""
    ranked = [title for title, _uses in Counter(filter(None, titles)).most_common()]
    if not ranked:
        return ""
    named, more = ranked[:MOST_CITED], len(ranked) - MOST_CITED
    if more > 0:
        named.append(_("{count} more", count=number(more)))
    return _n("Source: {names}.", "Sources: {names}.", len(ranked), names="; ".join(named))


def elsewhere() -> str:
    """Where the sources are named of what shows all objectives."""
    return _("The source of every figure stands on the page of its objective.")
