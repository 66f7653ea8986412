"""The review queue in a browser: its keys, counted presses, ticks while another figure changes."""

import datetime as dt
from pathlib import Path

from playwright.sync_api import Page, expect

from store.figures import actions, reported
from store.models import Measurement, Verdict
from tests.browser.keys import Keys
from tests.browser.reporting.conftest import BrowseAs
from tests.browser.reporting.signed_in import opened, press, tick, waiting
from tests.browser.wait import PATIENCE, until_quiet
from tests.store.writing import ANA, draft, on_top

MOST_TO_APPROVE_TEN, MOST_TO_RETURN = 6, 4
TYPED = "Which jar? A relax key"  # every key of the review is in it


def report(store: Path, year: int, value: int, code: str = "E3-developers") -> int:
    """Report a figure beside the server; its number."""
    day = dt.date(year, 12, 31)
    content = {"indicator_code": code, "period_start": day, "period_end": day}
    with opened(store) as session:
        figure = draft(source_title=f"Survey of {year}", value=value, **content)
        return actions.report(session, ANA, on_top(session, figure)).id or 0


def is_ticked(page: Page, words: str) -> bool:
    """Whether a figure of the queue is ticked."""
    return waiting(page, words).get_by_role("checkbox").is_checked()


def verdicts(store: Path, numbers: list[int]) -> list[tuple[Verdict, str] | None]:
    """What the last review said of figures."""
    with opened(store) as session:
        steps = [reported.last_review(session, number) for number in numbers]
        return [(step.verdict, step.comment) if step else None for step in steps]


def test_a_tick_stays_while_another_figure_changes(browse_as: BrowseAs, signed_store: Path) -> None:
    changed = report(signed_store, 2021, 42)
    report(signed_store, 2022, 43)
    sofia = browse_as("sofia", "/queue?of=E3")
    tick(sofia, "World · 31 December 2021")
    tick(sofia, "World · 31 December 2022")
    assert is_ticked(sofia, "World · 31 December 2021")
    report(signed_store, 2021, 40)
    alert = sofia.get_by_test_id("stAlert").filter(has_text="Changed while it was before you")
    expect(alert).to_contain_text("42 developers → 40 developers", timeout=PATIENCE)
    gone = waiting(sofia, "Look at the correction")
    expect(gone).to_have_count(1)
    expect(gone.get_by_role("checkbox")).to_have_count(0)
    assert is_ticked(sofia, "World · 31 December 2022")
    press(sofia, "Return the ticked")
    expect(sofia.get_by_text("Say it in words").first).to_be_visible()
    assert is_ticked(sofia, "World · 31 December 2022")
    with opened(signed_store) as session:
        assert session.get_one(Measurement, changed).value == 42


def test_ten_figures_are_approved_by_few_presses(browse_as: BrowseAs, signed_store: Path) -> None:
    years = range(2016, 2026)
    numbers = [report(signed_store, year, year - 2000, "E1-operators") for year in years]
    sofia = browse_as("sofia", "/queue?of=E1-operators")
    for _row in numbers[1:]:
        sofia.keyboard.press("j")
        until_quiet(sofia)
    expect(waiting(sofia, "World · 31 December 2025")).to_be_in_viewport()
    expect(sofia.locator(".st-key-review_case h2")).to_be_in_viewport()  # whatever the list
    steps = (
        lambda: sofia.get_by_label("Choose all 10 shown").check(),
        lambda: press(sofia, "Approve the ticked"),
    )
    for step in steps:
        step()
        until_quiet(sofia)
    expect(sofia.get_by_text("10 figures approved.").first).to_be_visible()
    assert {said[0] for said in verdicts(signed_store, numbers) if said} == {Verdict.APPROVED}
    assert len(steps) <= MOST_TO_APPROVE_TEN


def test_keys_lead_on_tick_approve_and_return_but_not_while_somebody_types(
    browse_as: BrowseAs, signed_store: Path
) -> None:
    numbers = [report(signed_store, year, 20, "C3-institutions") for year in range(2016, 2020)]
    sofia = browse_as("sofia", "/queue?of=C3-institutions")
    keys = Keys(sofia)
    for key in "jk":
        keys.press(key)
        until_quiet(sofia)
    keys.press("j", "x")
    until_quiet(sofia)
    assert is_ticked(sofia, "World · 31 December 2017")
    expect(sofia.locator(".st-key-review_case")).to_contain_text("31 December 2017")

    keys.presses = 0
    keys.press("r")
    expect(sofia.get_by_label("Comment, needed to return", exact=True).last).to_be_focused()
    sofia.keyboard.type(TYPED)
    keys.press("Enter")
    until_quiet(sofia)
    assert verdicts(signed_store, numbers) == [None, (Verdict.RETURNED, TYPED), None, None]
    assert keys.presses + 1 <= MOST_TO_RETURN  # what is typed counts as one

    expect(sofia.locator(".st-key-review_case")).to_contain_text("31 December 2018")
    keys.press("a")
    until_quiet(sofia)
    approved = verdicts(signed_store, numbers)[2]
    assert approved is not None
    assert approved[0] == Verdict.APPROVED
    assert verdicts(signed_store, numbers)[3] is None
