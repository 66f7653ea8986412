"""What the shipped tables say of a baseline and of how an indicator is judged, where they do."""

import datetime as dt
import shutil
from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.ledger.knowledge import Until
from store.models import Indicator
from store.progress import Basis
from store.shipped import plan_and_figures
from store.shipped.plan_and_figures import DATA
from store.standing import assess_plan


@pytest.mark.same_sql
def test_a_release_that_says_what_a_baseline_rests_on_supersedes_it(
    filled: sa.Engine, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("local"))
    table = pd.read_csv(folder / "targets.csv", dtype=str, keep_default_na=False)
    of = (table["indicator"] == "A6-framework") & (table["role"] == "baseline")
    table.loc[of & (table["plan"] == "2020"), "context"] = "1"
    table.loc[of & (table["plan"] == "2022"), "basis"] = "observed"
    table.to_csv(folder / "targets.csv", index=False)
    measures = pd.read_csv(folder / "indicators.csv", dtype=str, keep_default_na=False)
    measures["paths"], measures["stale_after_years"] = "geometric;logistic", "3"
    measures.to_csv(folder / "indicators.csv", index=False)

    with Session(filled) as session, session.begin():
        plan_and_figures.fill_plan(session, folder)

    until = Until.day(dt.date(2026, 1, 1))
    with Session(filled) as session:
        indicator = session.get_one(Indicator, "A6-framework")
        found = {
            plan: assess_plan(session, plan, until).indicator("A6-framework")
            for plan in ("2020", "2022")
        }
    assert (indicator.paths, indicator.stale_after_years) == (["geometric", "logistic"], 3)
    first, second = found["2020"], found["2022"]
    assert first is not None
    assert (first.baseline, [row.low for row in first.context]) == (None, [1])
    assert second is not None
    assert second.baseline is not None
    assert (second.baseline.basis, second.context) == (Basis.OBSERVED, ())
