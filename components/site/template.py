"""What stands around every page of the site, and the templates that the pages are made with."""

import datetime as dt
from dataclasses import dataclass
from functools import cache as once
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from components.language.text import _, _c, day
from components.look.markup import Html
from components.reader import cache
from components.shell import frame as screen
from components.site import assets, layout
from components.site.builds import Build
from store.exchange import package

# Nothing is fetched from elsewhere, no text can become a script. Gauges carry their four numbers
# in style attributes, as do charts; style sheets come as files only.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One page of one build: where it lies, and how it links to others.

    `home` is the folder of the build in the site: "" for the newest, else one of the archive.
    `original` is the page of the app, seen from the site, where the app itself serves this one.
    """

    build: Build
    language: str
    home: str
    page: str
    original: str = ""

    @property
    def is_archived(self) -> bool:
        """Whether this page is one of an archived build."""
        return self.home.startswith(layout.ARCHIVE)

    @property
    def path(self) -> str:
        """Where the page lies in the site."""
        return layout.translated(self.home, self.language) + self.page

    @property
    def link_here(self) -> str:
        """The link to the page itself."""
        return layout.relative(self.path, self.path)

    @property
    def link_to_original(self) -> str:
        """The link to the page of the app that says the same and more."""
        return layout.relative(self.path, self.original)

    def link(self, page: str) -> str:
        """The link to another page of the build."""
        return layout.relative(self.path, layout.translated(self.home, self.language) + page)

    def shared(self, path: str) -> str:
        """The link to a file that all builds share."""
        return layout.relative(self.path, path)


def render(template: str, frame: Frame, title: str, **values: object) -> bytes:
    """The page as a file."""
    link = f'<a href="{escape(frame.link(layout.DATA))}">{escape(_("page Data"))}</a>'
    text = _templates().get_template(template)
    drawn = text.render(
        frame=frame,
        title=title,
        assets=assets.make(),
        policy=POLICY,
        pages=layout,
        warning=screen.warning(),
        plan_title=_plan_title(frame.build.plan),
        licence=package.LICENCE["title"],
        foundation=Html(screen.foundation(frame.build.as_of, link)),
        **values,
    )
    return drawn.encode()


def _plan_title(code: str) -> str:
    return next(version.title for version in cache.plan_versions() if version.code == code)


def stamp(instant: dt.datetime) -> str:
    """When something was made."""
    return _("{day} at {time} UTC", day=day(instant.date()), time=f"{instant:%H:%M}")


@once
def _templates() -> Environment:
    """The templates; every value is escaped unless it is HTML of ours."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    made.globals |= {"_": _, "_c": _c, "day": day, "stamp": stamp, "description": ""}
    return made
