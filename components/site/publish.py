"""The public site written into a folder: `python -m store publish DIR`.

Only rendering and moving: what is shown comes from the store, what it looks like from the pages.
"""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from components.language.spoken import codes, speaking
from components.reader import cache, clock
from components.reader.view import View
from components.site import assets, builds, folder, layout, pages
from components.site.builds import Build
from components.site.template import Frame
from store.database import engine, readiness
from store.ledger.knowledge import Until


def run(
    target: Path,
    as_of: dt.date | None = None,
    plan: str | None = None,
    built_at: dt.datetime | None = None,
) -> Build:
    """Publish what was known on a day; return what was built.

    A build of the same day and version is replaced, every other one stays as it is.
    Errors: UnusableStoreError, PublicationError; before anything was changed.
    """
    opened = engine.connect(engine.address())
    readiness.check(opened)
    opened.dispose()
    target = target.resolve()
    with folder.alone(target):
        cache.begin_run()
        build = builds.choose(as_of, plan, built_at or clock.now())
        known = builds.merged(folder.known(target), build)
        top = layout.FOLDERS if known[0] == build else ()
        folder.replace(target, dict(_files(build, known)), (layout.archived(build.key), *top))
    return build


def _files(build: Build, known: list[Build]) -> Iterator[tuple[str, bytes]]:
    yield builds.LIST, builds.write(known)
    shared = assets.make()
    yield from shared.files.items()
    yield shared.runtime, assets.runtime()
    view = View(Until.day(build.as_of), build.plan)
    standing = cache.plan_standing(view.plan, view.until)
    homes = [layout.archived(build.key), *([""] if known[0] == build else [])]
    for language in codes():
        with speaking(language):
            for home in homes:
                yield from list(pages.make(standing, view, partial(Frame, build, language, home)))
            frame = Frame(known[0], language, "", layout.BUILDS)
            yield frame.path, pages.archive(known, frame)
