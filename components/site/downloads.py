"""The files that the site offers to take along. Whatever else the site shall offer joins here."""

from dataclasses import dataclass, replace

from components.about import open_data
from components.elements import export
from components.language.text import _
from components.reader import cache, sessions
from components.reader.view import View
from components.site import entries, layout
from store.exchange import changes as news
from store.exchange import feed
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
    """Every file of the build, made once; invented figures say so in name and rows."""
    return cache.derived("site_downloads", (view,), lambda: _made(plan, view))


def _made(plan: PlanStanding, view: View) -> list[Download]:
    return [_package(view), *_tables(plan, view), _changes(view), _index(plan, view)]


def _package(view: View) -> Download:
    prefix = "invented-" if cache.is_invented() else ""
    return Download(
        layout.download(f"{prefix}4p1000-plan{view.plan}-{view.as_of}.zip"),
        _("Everything as a Frictionless Data Package, the measurements as SDMX too"),
        open_data.archive(view),
    )


def _changes(view: View) -> Download:
    """The feed, each entry leading to the page of what it is about."""
    with sessions.reading() as session:
        entries = news.entries(session, view.until)
    placed = [replace(entry, link=_page(entry.subject)) for entry in entries]
    content = feed.write(placed, self_link=layout.FEED, home=layout.HOME, as_of=view.as_of)
    return Download(layout.FEED, _("Approved figures and decisions as an Atom feed"), content)


def _page(subject: str) -> str:
    if not subject:
        return layout.HOME
    return layout.goal(subject) if len(subject) == 1 else layout.objective(subject)


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


def _index(plan: PlanStanding, view: View) -> Download:
    return Download(
        layout.INDEX, _("Pages and what they are about, for search"), entries.index(plan, view)
    )
