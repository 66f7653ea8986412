"""The files that the site offers to take along. Whatever else the site shall offer joins here."""

from dataclasses import dataclass

from components import cache, export, open_data
from components.site import entries, layout
from components.text import _
from components.view import View
from store.standing import PlanStanding


@dataclass(frozen=True, slots=True)
class Download:
    """One file: where it lies in the build, and what is in it."""

    path: str
    title: str
    content: bytes

    @property
    def name(self) -> str:
        """Its name without folders."""
        return self.path.rpartition("/")[2]


def offered(plan: PlanStanding, view: View) -> list[Download]:
    """Every file of the build; invented figures say so in name and rows."""
    return [*_tables(plan, view), _index(plan)]


def _tables(plan: PlanStanding, view: View) -> list[Download]:
    invented = cache.is_invented()
    prefix = "invented-" if invented else ""
    return [
        Download(
            path=layout.download(f"{prefix}{name}.csv"),
            title=title,
            content=export.csv_bytes(make(plan, view), invented=invented),
        )
        for name, (title, make) in open_data.plan_tables().items()
    ]


def _index(plan: PlanStanding) -> Download:
    return Download(
        layout.INDEX, _("Pages and what they are about, for search"), entries.index(plan)
    )
