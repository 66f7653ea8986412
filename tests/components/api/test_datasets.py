"""What the API gives away: approved figures, by day, region and page, the same as the tables."""

import csv
import datetime as dt
import io
from typing import Any

import feedparser
import pytest
import sqlalchemy as sa
from sqlmodel import Session
from starlette.testclient import TestClient

from store.exchange.table import WARNING
from store.exchange.tables import TABLES
from store.figures import actions
from store.people import people
from store.people.person_draft import PersonDraft
from store.rights import rights
from tests.store.writing import ANA, BO, MONDAY, TUESDAY, draft, publish

V1 = "/api/v1"
ONLY_SHIPPED = {"calls"}  # none is invented
EMPTY = {"soil_samplings"}  # neither shipped nor invented


def get(client: TestClient, name: str, **parameters: object) -> dict[str, Any]:
    """The envelope of a data set."""
    answer = client.get(
        f"{V1}/{name}", params={key: str(value) for key, value in parameters.items()}
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


def figures(client: TestClient, **parameters: object) -> list[float]:
    """What is given away of agreements signed by the end of 2025."""
    rows = get(client, "measurements", **parameters)["data"]
    return [
        row["figure"]
        for row in rows
        if (row["indicator"], row["period_end"]) == ("D4-signed", "2025-12-31")
    ]


@pytest.mark.parametrize("store", ["real", "demo"])
@pytest.mark.parametrize("name", TABLES)
def test_json_and_csv_hold_the_same_rows(
    request: pytest.FixtureRequest, store: str, name: str
) -> None:
    client = request.getfixturevalue(store)
    rows = get(client, name, limit=1000)["data"]
    told = list(csv.DictReader(io.StringIO(client.get(f"{V1}/{name}.csv?limit=1000").text)))
    key = TABLES[name].key
    assert [[str(row[part]) for part in key] for row in rows] == [
        [row[part] for part in key] for row in told
    ]
    assert [list(row) for row in rows] == [list(row) for row in told]


def test_only_what_was_approved_is_given_away(own: TestClient, opened: sa.Engine) -> None:
    with Session(opened) as session, session.begin():
        first = actions.report(session, ANA, draft(value=7))
        number = first.id
        actions.report(session, ANA, draft(value=8, place_code="R-AFR"))
    assert figures(own) == []
    with Session(opened) as session, session.begin():
        actions.approve(session, BO, session.get_one(type(first), number), MONDAY)
    assert figures(own) == [7]


def test_the_day_moves_figures_and_verdicts(own: TestClient, opened: sa.Engine) -> None:
    publish(opened, MONDAY, value=5)
    publish(opened, TUESDAY, value=6, reason="Counted again")
    assert figures(own, as_of="2026-03-01") == []
    assert figures(own, as_of=MONDAY) == [5]
    assert figures(own) == [6]
    status = [
        next(row["value"] for row in get(own, "status", as_of=day)["data"] if row["code"] == code)
        for day in ("2026-03-01", MONDAY, TUESDAY)
        for code in ("D4-signed",)
    ]
    assert status[1:] == [5, 6]
    assert status[0] != 5


def test_the_plan_is_the_newest_adopted_by_the_day_unless_asked_for(real: TestClient) -> None:
    assert get(real, "targets")["meta"]["plan"] == "2022"
    assert get(real, "targets", as_of="2021-01-01")["meta"]["plan"] == "2020"
    assert {row["plan"] for row in get(real, "targets", plan="2020")["data"]} == {"2020"}


@pytest.mark.parametrize("name", ["measurements", "places", "status", "activities", "partners"])
def test_a_region_has_its_own_rows_only(demo: TestClient, name: str) -> None:
    found = get(demo, name, region="AFR")["data"]
    everywhere = get(demo, name)["meta"]["total"]
    assert {row["region"] for row in found} == {"R-AFR"}
    assert 0 < len(found) < everywhere


def test_a_region_has_the_pairs_of_which_either_place_lies_in_it(demo: TestClient) -> None:
    everywhere = get(demo, "twin_regions")["data"]
    found = get(demo, "twin_regions", region="AFR")["data"]
    sides = [{row["first_region"], row["second_region"]} for row in everywhere]
    assert 0 < len(found) == sum("R-AFR" in both for both in sides) < len(everywhere)
    assert {row["first_region"] for row in found} != {"R-AFR"}


def test_without_a_published_pair_there_is_an_empty_table_with_its_header(
    real: TestClient,
) -> None:
    assert get(real, "twin_regions")["data"] == []
    written = real.get(f"{V1}/twin_regions.csv").text.splitlines()
    assert written == [",".join(TABLES["twin_regions"].names)]


@pytest.mark.parametrize("name", sorted({*TABLES} - EMPTY))
def test_every_table_takes_every_parameter_and_says_which_one_chose_nothing(
    request: pytest.FixtureRequest, name: str
) -> None:
    client = request.getfixturevalue("real" if name in ONLY_SHIPPED else "demo")
    said = {"as_of": "2026-11-01", "plan": "2022", "limit": "1000"}
    whole = get(client, name, **said)
    asked = get(client, name, **said, region="AFR", updated_since="2999-01-01")
    chosen = {"region", "updated_since"} - set(asked["meta"]["unfiltered"])
    assert whole["data"]
    assert (asked["data"] == whole["data"]) == (not chosen)
    assert whole["meta"]["unfiltered"] == []
    written = client.get(f"{V1}/{name}.csv", params=said | {"region": "AFR"})
    assert written.status_code == 200


def test_only_what_became_readable_since_is_told(own: TestClient, opened: sa.Engine) -> None:
    with Session(opened) as session, session.begin():
        waiting = actions.report(session, ANA, draft(value=7))
        number = waiting.id
    before = dt.datetime.now(dt.UTC)
    assert get(own, "measurements", updated_since=before.isoformat())["data"] == []
    with Session(opened) as session, session.begin():
        actions.approve(session, BO, session.get_one(type(waiting), number), MONDAY)
    # It was written before that instant and approved after it.
    assert figures(own, updated_since=before.isoformat()) == [7]
    assert figures(own, updated_since="2026-01-01") == [7]


def test_what_became_readable_at_that_very_instant_is_told(
    own: TestClient, opened: sa.Engine
) -> None:
    publish(opened, MONDAY, value=7)
    [instant] = [
        row["approved_at"]
        for row in get(own, "measurements")["data"]
        if (row["indicator"], row["period_end"]) == ("D4-signed", "2025-12-31")
    ]
    later = dt.datetime.fromisoformat(instant) + dt.timedelta(microseconds=1)
    assert figures(own, updated_since=instant) == [7]
    assert figures(own, updated_since=later.isoformat()) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-01-01", "2026-01-01T00:00:00.000000Z"),
        ("2026-01-01T12:00", "2026-01-01T12:00:00.000000Z"),
        ("2026-01-01t12:00:00.25z", "2026-01-01T12:00:00.250000Z"),
        ("2026-01-01T12:00:00%2B05:30", "2026-01-01T06:30:00.000000Z"),
        ("2026-01-01%2001:00-02:00", "2026-01-01T03:00:00.000000Z"),
    ],
)
def test_an_instant_means_the_same_on_the_next_page(
    real: TestClient, written: str, read: str
) -> None:
    first = real.get(f"{V1}/measurements?updated_since={written}&limit=1").json()
    assert first["meta"]["updated_since"] == read
    second = real.get(first["links"]["next"]).json()
    assert second["meta"]["updated_since"] == read
    assert second["data"] != first["data"]


def test_nobody_is_named_without_consent(own: TestClient, opened: sa.Engine) -> None:
    with Session(opened) as session, session.begin():
        amina = people.add_person(
            session, ANA, PersonDraft(name="Amina Diop", email="amina@soil.example")
        )
        reporter = rights.Actor(people.name_in_ledger(amina.id or 0), ANA.grants)
        row = actions.report(session, reporter, draft())
        actions.approve(session, BO, row, MONDAY)
    for path in ("measurements", "measurements.csv", "feed.atom"):
        told = own.get(f"{V1}/{path}").text
        assert "reporter no. " in told
        assert "Amina" not in told
        assert "amina@" not in told
    with Session(opened) as session, session.begin():
        people.set_consent(session, people.everybody(session)[0], shows_name=True)
    assert "Amina Diop" in own.get(f"{V1}/measurements").text


def test_invented_figures_say_so_in_every_row_and_name(demo: TestClient) -> None:
    told = get(demo, "status")
    assert told["meta"]["invented"]
    assert told["meta"]["warning"] == WARNING
    assert all(row["warning"] == WARNING for row in told["data"])
    for path in ("status.csv", "package.zip"):
        assert "invented-4p1000" in demo.get(f"{V1}/{path}").headers["content-disposition"]


def test_the_feed_is_read_and_leads_to_the_pages(real: TestClient) -> None:
    answer = real.get(f"{V1}/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    read: Any = feedparser.parse(answer.content)
    assert not read.bozo
    assert len(read.entries) > 20
    assert read.entries[0].link.startswith("http://testserver/")
    assert read.feed.links[0]["href"] == "http://testserver/api/v1/feed.atom"
