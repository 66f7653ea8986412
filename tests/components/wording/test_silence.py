"""Nothing known, too little known, and something known that is no figure: three sentences."""

from dataclasses import replace

from components.wording import verdicts
from store.progress import Assessment, Grade, Reason
from store.standing import Method
from tests.components.wording.standings import objective, plan, point, standing

NO_OBSERVATION = Assessment(reason=Reason.NO_OBSERVATION)


def test_too_few_regions_are_told_apart_from_silence() -> None:
    series = [point(5, known=2, total=5)]
    few = standing(NO_OBSERVATION, series=series, method=Method.FORMER)
    assert verdicts.reason(few) == "Only 2 of 5 are known: half are needed for a verdict."
    today = replace(few, method=Method.IN_FORCE)
    assert verdicts.reason(today) == "Only 2 of 5 are known: the others could be anything."


def test_what_is_known_and_cannot_be_judged_is_told_apart_from_silence() -> None:
    said = "What has been published is no figure that can be judged."
    recorded = replace(NO_OBSERVATION, grade=Grade.DOCUMENTED)
    assert verdicts.reason(standing(recorded)) == said
    beside = objective(standing(NO_OBSERVATION), grade=Grade.DOCUMENTED)
    assert verdicts.objective_reason(beside, plan()) == said
