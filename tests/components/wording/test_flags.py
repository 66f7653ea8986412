"""Notes beside a status: each mark of the plan and of the method is a sentence, once."""

import csv

import pytest

from components.wording import flags
from store.progress import Assessment, Flag, late_flag, missed_flag
from tests.components.wording.standings import standing, target
from tests.stores import ROOT

SENTENCES = {
    "coded_by_us": "The plan says it in words; the number is this dashboard’s coding.",
    "no_baseline": "The plan gives no baseline.",
    "no_2030_number": "The plan gives no number for 2030.",
    "no_2050_number": "The plan gives no number for 2050.",
    "baseline_is_a_plan": "The baseline is itself something planned.",
    "baseline_is_aspired": "The baseline is the budget hoped for, not the money available.",
    "baseline_definition_changed": "Baseline and target do not count the same thing.",
    "carried_over_from_2020": "The 2022 text was not found: carried over from 2020.",
    "printed_cell_repeats_baseline": (
        "The printed 2030 cell repeats the baseline; the figure is the platform’s."
    ),
    "ranges_touch": "The baseline range touches the target range.",
    "range": "A range counts from its weaker end; the stronger end is the stretch.",
    "earlier_deadlines_2022": "The plan sets earlier deadlines too: 2022.",
    "earlier_deadlines_2021_2022": "The plan sets earlier deadlines too: 2021 and 2022.",
    "earlier_deadlines_2021_2025": "The plan sets earlier deadlines too: 2021 and 2025.",
    "earlier_deadlines_2022_2023": "The plan sets earlier deadlines too: 2022 and 2023.",
    Flag.BASELINE_RANGE: "The baseline is a range: its midpoint is used.",
    Flag.MAINTENANCE: "Met from the start: the task is to keep it.",
    Flag.LATE_BASELINE: "Without a baseline in the plan, the first figure serves as one.",
    Flag.DEADLINE_MISSED: "The deadline has passed.",
    Flag.RECENT_REVERSAL: "The last step went away from the target.",
    Flag.TREND_SENSITIVE: "Another way to read the trend would change the outlook.",
    Flag.BASELINE_CODED: "The starting value was coded from words: it counts as no figure.",
    Flag.BASELINE_SENSITIVE: "Another end of the baseline’s range would change the status.",
    Flag.FADED: "The figure is old: the verdict is one of its year.",
    Flag.FLOOR: "The verdict is what the total certainly reached, judged today.",
    Flag.OLDER_FIGURE: "The newest figure leaves everything open: an older one is judged.",
    Flag.THRESHOLD_SENSITIVE: "Thresholds moved by five points would change the status.",
    Flag.COULD_BE_CHANCE: "A process exactly on its line could look as bad by chance.",
    Flag.WEIGHT_SENSITIVE: "Leaving one objective out would change the goal’s class.",
    Flag.SPACING_SENSITIVE: "Levels spaced otherwise would change the goal’s class.",
    Flag.AFTER_2100: "At this pace the target would be met after 2100.",
    missed_flag(2025): "The 2025 target was missed.",
    late_flag(2025): "The 2025 target was met late.",
}


@pytest.mark.parametrize("mark", SENTENCES)
def test_a_mark_is_a_sentence_whether_the_plan_or_the_method_set_it(mark: str) -> None:
    of_plan = standing(targets=(target(5, flags=[str(mark)]),))
    of_method = standing(Assessment(flags=frozenset({str(mark)})))
    assert flags.notes(of_plan) == flags.notes(of_method) == [SENTENCES[mark]]


def test_every_mark_that_can_be_set_has_a_sentence() -> None:
    with (ROOT / "data/targets.csv").open(newline="", encoding="utf-8") as file:
        shipped = {mark for row in csv.DictReader(file) for mark in row["flags"].split(";") if mark}
    # Of a range of targets, the range itself says enough.
    assert shipped | set(Flag) - {Flag.TARGET_RANGE} <= set(SENTENCES)


def test_the_notes_of_the_plan_come_first_and_a_range_is_explained_once() -> None:
    asked = (target(4, 6, flags=["coded_by_us"]), target(8, 9, year=2050, flags=["coded_by_us"]))
    method = Assessment(flags=frozenset({Flag.TARGET_RANGE, Flag.LATE_BASELINE}))
    assert flags.notes(standing(method, targets=asked)) == [
        SENTENCES["coded_by_us"],
        SENTENCES["range"],
        SENTENCES[Flag.LATE_BASELINE],
    ]
    assert flags.notes(standing(targets=(target(4),))) == []
