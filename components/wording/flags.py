"""What was noted when the plan was turned into numbers, and by the method, in words."""

from components.language.text import _, listed
from store.standing import IndicatorStanding


def notes(standing: IndicatorStanding) -> list[str]:
    """Everything a reader should know beside the status, each once."""
    marks = list(standing.flags)
    if any(row.low != row.high for row in standing.targets):
        marks.append("range")
    marks += sorted(standing.assessment.flags)
    words = _words()
    sentences = [words[mark] if mark in words else _other(mark) for mark in marks]
    return list(dict.fromkeys(sentence for sentence in sentences if sentence))


def of_numbers(standing: IndicatorStanding) -> list[str]:
    """What was noted of the plan's own numbers."""
    return [said(mark) for mark in standing.flags]


def said(mark: str) -> str:
    """One mark in words."""
    return _words().get(mark) or _other(mark)


def _other(mark: str) -> str:
    if mark.startswith("missed_"):
        return _("The {year} target was missed.", year=mark.removeprefix("missed_"))
    if mark.startswith("late_") and mark != "late_baseline":
        return _("The {year} target was met late.", year=mark.removeprefix("late_"))
    if mark.startswith("earlier_deadlines_"):
        years = mark.removeprefix("earlier_deadlines_").split("_")
        return _("The plan sets earlier deadlines too: {years}.", years=listed(years))
    return mark


def _words() -> dict[str, str]:
    return {
        "coded_by_us": _("The plan says it in words; the number is this dashboard’s coding."),
        "no_baseline": _("The plan gives no baseline."),
        "no_2030_number": _("The plan gives no number for 2030."),
        "no_2050_number": _("The plan gives no number for 2050."),
        "baseline_is_a_plan": _("The baseline is itself something planned."),
        "baseline_is_aspired": _("The baseline is the budget hoped for, not the money available."),
        "baseline_definition_changed": _("Baseline and target do not count the same thing."),
        "carried_over_from_2020": _("The 2022 text was not found: carried over from 2020."),
        "printed_cell_repeats_baseline": _(
            "The printed 2030 cell repeats the baseline; the figure is the platform’s."
        ),
        "ranges_touch": _("The baseline range touches the target range."),
        "range": _("A range counts from its weaker end; the stronger end is the stretch."),
        "target_range": "",
        "baseline_range": _("The baseline is a range: its midpoint is used."),
        "maintenance": _("Met from the start: the task is to keep it."),
        "late_baseline": _("Without a baseline in the plan, the first figure serves as one."),
        "deadline_missed": _("The deadline has passed."),
        "recent_reversal": _("The last step went away from the target."),
        "trend_sensitive": _("Another way to read the trend would change the outlook."),
        "baseline_coded": _("The starting value was coded from words: it counts as no figure."),
        "baseline_sensitive": _("Another end of the baseline’s range would change the status."),
        "faded": _("The figure is old: the verdict is one of its year."),
        "floor": _("The verdict is what the total certainly reached, judged today."),
        "older_figure": _("The newest figure leaves everything open: an older one is judged."),
        "threshold_sensitive": _("Thresholds moved by five points would change the status."),
        "could_be_chance": _("A process exactly on its line could look as bad by chance."),
        "weight_sensitive": _("Leaving one objective out would change the goal’s class."),
        "spacing_sensitive": _("Levels spaced otherwise would change the goal’s class."),
        "after_2100": _("At this pace the target would be met after 2100."),
    }
