"""On a day nothing of what became known later shows: no page, no answer of the API, no export.

What must not show is read from the store itself: every text of a row that became known after the
day, and no text of a row that was known by it.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel, select
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from components import api
from components.about import documents, prose
from components.look.markup import Html
from store import models
from store.database import engine
from store.exchange.tables import TABLES
from store.models import Measurement, Objective, Review
from tests.menu import PUBLIC
from tests.pages.test_apptest import turn_to
from tests.pages.words import plain, words

OpenApp = Callable[..., AppTest]
DAY = dt.date(2022, 6, 30)
SHORTEST = 14  # characters of a text that nothing else says by chance
CHARTS = ("vega_lite_chart", "arrow_vega_lite_chart", "deck_gl_json_chart")
REGIONS = ("AFR", "APA", "EUR", "LAC", "NAM")


def rows(session: Session) -> Iterator[tuple[SQLModel, dt.date]]:
    """Every row of the store that becomes known on a day, with that day."""
    for model in vars(models).values():
        if isinstance(model, type) and hasattr(model, "known_on") and hasattr(model, "__table__"):
            for row in session.exec(select(model)):
                yield row, row.known_on
    reviews = {one.measurement_id: one.known_on for one in session.exec(select(Review))}
    for row in session.exec(select(Measurement)):
        yield row, reviews[row.id or 0]


def texts(row: SQLModel) -> set[str]:
    """The sentences and links of a row that are long enough to be told from anything else."""
    found = {said for said in row.model_dump().values() if type(said) is str}
    return {one for one in found if len(one) >= SHORTEST and (" " in one or "://" in one)}


@pytest.fixture
def later(real_store: Path) -> set[str]:
    """What the shipped store says only of what became known after the day."""
    known: set[str] = set()
    unknown: set[str] = set()
    opened = engine.connect(f"sqlite:///{real_store}")
    with Session(opened) as session:
        for row, known_on in rows(session):
            (known if known_on <= DAY else unknown).update(texts(row))
    opened.dispose()
    found = unknown - known
    assert len(found) > 200
    return {said for said in found if not any(said in earlier for earlier in known)}


def told(app: AppTest) -> str:
    """Everything that a page sends to the browser: words, tables and what its charts hold."""
    assert not app.exception
    drawn = [str(one.proto) for kind in CHARTS for one in app.get(kind)]
    said = words(app)
    # The document on what ships tells of all days, whatever the day.
    for piece in prose.pieces(documents.sources()):
        said = said.replace(plain(piece) if isinstance(piece, Html) else piece, "")
    return "\n".join([said, *drawn])


def of_pages(open_app: OpenApp, objectives: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What every public page says on the day, of every objective and every region."""
    app = open_app(as_of=DAY.isoformat())
    for page in PUBLIC:
        yield page.name, told(turn_to(app, page.name))
    for code in objectives:
        opened = open_app(as_of=DAY.isoformat(), objective=code)
        yield f"objective {code}", told(turn_to(opened, "objective"))
    for region in REGIONS:
        yield (
            f"region {region}",
            told(turn_to(open_app(as_of=DAY.isoformat(), region=region), "region")),
        )


def of_answers() -> Iterator[tuple[str, str]]:
    """What every answer of the API says on the day, the whole package among them."""
    with TestClient(Starlette(routes=api.routes(""))) as client:
        for name in (*TABLES, *(f"{name}.csv" for name in TABLES), "feed.atom"):
            yield name, client.get(f"/api/v1/{name}", params={"as_of": DAY.isoformat()}).text
        package = client.get("/api/v1/package.zip", params={"as_of": DAY.isoformat()})
        with zipfile.ZipFile(io.BytesIO(package.content)) as archive:
            for name in archive.namelist():
                yield f"package {name}", archive.read(name).decode()
        for name in TABLES:
            answer = client.get(f"/api/v1/{name}", params={"as_of": DAY.isoformat()}).json()
            days = [row["known_on"] for row in answer["data"] if row.get("known_on")]
            assert max(days, default="") <= DAY.isoformat(), name


def test_on_a_day_nothing_shows_that_became_known_later(
    open_app: OpenApp, real_store: Path, later: set[str]
) -> None:
    opened = engine.connect(f"sqlite:///{real_store}")
    with Session(opened) as session:
        objectives = session.exec(select(Objective.code)).all()
    opened.dispose()
    said = [*of_pages(open_app, objectives), *of_answers()]
    assert len(said) > 100
    leaks = sorted({f"{where}: {one}" for where, text in said for one in later if one in text})
    assert leaks == []
