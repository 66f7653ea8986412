"""The words inside a trajectory: they stand beside what they name, so that no legend is needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.language.text import _, computed, given, listed
from components.wording.figures import bare, qualified
from components.wording.shortfall import gap, is_short, shortfall
from store.models import Qualifier, TargetRole
from store.progress import Kind, year_index
from store.standing import IndicatorStanding
from store.standing.meaning import Meaning

Row = dict[str, object]
Points = list[tuple[float, float]]
NEAR = 0.08  # of the height: labels of two points so close would cover each other
WIDE, ROOMY, MIDDLE = 480, 300, 250  # pixels a chart needs for a sentence, for words on both sides


@dataclass(frozen=True, slots=True)
class Scene:
    """What the words of a chart go by: the paths as (year, value), and every mark."""

    standing: IndicatorStanding
    path: Points
    others: Sequence[tuple[str, Points]]
    own: str
    marks: Sequence[Row]
    meaning: Meaning | None

    def are_near(self, one: float, other: float) -> bool:
        """Whether two values lie too close for a label each."""
        names = ("value", "low", "high")
        seen = [v for row in self.marks for n in names if isinstance(v := row.get(n), int | float)]
        return abs(one - other) < NEAR * max([*map(abs, seen), 1e-9])


def rows(scene: Scene) -> list[Row]:
    """Every word: the unit, targets, paths, what was due, the latest figure, what is ahead."""
    labels = [
        _unit(scene.standing),
        *_targets(scene),
        *_others(scene),
        *_path(scene),
        *_due(scene),
        *_latest(scene),
        *_fan(scene),
        *_zones(scene),
    ]
    return [row for row in labels if row["short"]]


def _unit(standing: IndicatorStanding) -> Row:
    """A milestone's levels carry their names, other axes bare numbers."""
    is_milestone = standing.indicator.kind == Kind.MILESTONE
    return {"kind": "unit", "short": "" if is_milestone else standing.indicator.unit}


def _beside(
    at: tuple[float, float], label: str, scene: Scene, *, below: bool, tone: str, least: int = 0
) -> Row:
    """Words beside a point: on the side that a rising or falling line leaves free."""
    path = scene.path or next((points for _named, points in scene.others), [])
    falls = bool(path) and path[-1][1] < path[0][1]
    align = "left" if below != falls else "right"
    return _words(at, label, align, 14 if below else -10, tone, least)


def _words(
    at: tuple[float, float], label: str, align: str, dy: int, tone: str, least: int = 0
) -> Row:
    """Words at a point; where the chart is narrower than `least` pixels, `brief` instead."""
    year, value = at
    where = {"year": year, "value": value, "align": align, "dy": dy}
    return {"kind": "word", "short": label, "tone": tone, "least": least, "brief": "", **where}


def _targets(scene: Scene) -> Iterator[Row]:
    """Each target on the axis; where versions differ, each says whose it is."""
    for row in scene.marks:
        if row["kind"] != TargetRole.TARGET:
            continue
        low, high, year = float(str(row["low"])), float(str(row["high"])), int(str(row["year"]))
        indicator = scene.standing.indicator
        asked = bare(indicator, high) if low == high else f"{given(low)}–{bare(indicator, high)}"
        same = [named for named, points in scene.others if points[-1] == (year, low)]
        if same:
            label = _("{plans}: {figure}", plans=listed(sorted([scene.own, *same])), figure=asked)
        elif scene.others:
            label = _("{plans}: {figure}", plans=scene.own, figure=asked)
        else:
            label = _("target {year}: {figure}", year=year, figure=asked)
        yield _words((year, high), label, "right", -10, "ink", ROOMY) | {"brief": asked}


def _others(scene: Scene) -> Iterator[Row]:
    """The other plan versions: at their ends, or along the line where the ends would meet."""
    for named, points in scene.others:
        (start, first), (end, last) = points[0], points[-1]
        label = _("{plans}: {figure}", plans=named, figure=bare(scene.standing.indicator, last))
        if not scene.path or not scene.are_near(last, scene.path[-1][1]):
            yield _words((end, last), label, "right", -10, "muted")
            continue
        is_above = first > _on_path(scene.path, start)
        share = 0.2 if is_above else 0.6
        at = (start + share * (end - start), first + share * (last - first))
        said = named if last == scene.path[-1][1] else label
        yield _beside(at, said, scene, below=not is_above, tone="muted", least=MIDDLE)


def _is_below(scene: Scene) -> bool:
    """Whether the figures lie below the path, as drawn."""
    card = scene.standing.assessment
    if card.value is None or card.expected_value is None:
        return True
    return card.value <= card.expected_value


def _path(scene: Scene) -> Iterator[Row]:
    """Along the path, away from what was due, on the side on which no figure lies."""
    if not scene.path:
        return
    (start, first), (end, last) = scene.path[-2:]
    taken = scene.standing.assessment.t
    if scene.meaning is not None:
        taken = year_index(scene.meaning.day)
    share = 0.7 if taken is None or taken < (start + end) / 2 else 0.3
    point = (start + share * (end - start), first + share * (last - first))
    below = first == last or not _is_below(scene)  # above a level stretch stands the target
    word = _("required path")
    yield _beside(point, word, scene, below=below, tone="muted", least=MIDDLE)


def was_due(standing: IndicatorStanding) -> str:
    """What the path asked on the date of the last figure."""
    due = standing.assessment.expected_value or 0.0
    return _("{figure} was due", figure=bare(standing.indicator, due, computed(due)))


def _due(scene: Scene) -> Iterator[Row]:
    """What was due, and by how much the figure falls short: where there is room for both."""
    card, short = scene.standing.assessment, gap(scene.standing)
    if short is None or card.t is None or card.value is None or card.expected_value is None:
        return
    if not scene.path or scene.are_near(card.value, card.expected_value):
        return
    due = (card.t, card.expected_value)
    below = not _is_below(scene)
    yield _beside(due, was_due(scene.standing), scene, below=below, tone="muted", least=MIDDLE)
    if is_short(scene.standing):
        middle = (card.t, (card.value + card.expected_value) / 2)
        said = _words(middle, shortfall(scene.standing), "left", 4, "status")
        yield said | {"status": card.last_status or card.statuses[0]}


def _latest(scene: Scene) -> Iterator[Row]:
    standing = scene.standing
    card, last = standing.assessment, standing.judged[-1:]
    if not last or card.t is None or standing.indicator.kind == Kind.MILESTONE:
        return
    label = qualified(bare(standing.indicator, last[0].figure), last[0].qualifier)
    yield _beside((card.t, last[0].figure), label, scene, below=_is_below(scene), tone="ink")


def _fan(scene: Scene) -> Iterator[Row]:
    """What comes if the pace stays, along the edge of its fan that faces away from the path."""
    card = scene.standing.assessment
    ahead = card.projection
    if ahead is None or ahead.low is None or ahead.high is None or card.active_year is None:
        return
    if card.t is None or card.value is None:
        return
    ends = sorted((ahead.low, ahead.high))
    wanted = card.target if card.target is not None else ends[0]
    below = (ends[0] + ends[1]) / 2 < wanted
    edge = ends[0] if below else ends[1]
    if not below and scene.are_near(edge, wanted):
        return  # the sentence below the chart says it too
    rises = edge > card.value
    share = 0.5 if below == rises else 0.95  # where the edge leads away from the words
    at = (
        card.t + share * (card.active_year - card.t),
        card.value + share * (edge - card.value),
    )
    if below and scene.are_near(at[1], 0.0):
        return  # no room above the axis
    figure = bare(scene.standing.indicator, ahead.value, computed(ahead.value))
    label = _("if the pace stays: {figure}", figure=qualified(figure, Qualifier.ABOUT))
    align = "left" if below == rises else "right"
    yield _words(at, label, align, 16 if below else -10, "muted", WIDE)


def _zones(scene: Scene) -> Iterator[Row]:
    """Beside each piece of the bar, on the side that the path leaves free."""
    for row in scene.marks:
        if row["kind"] != "zone":
            continue
        low, high, year = (float(str(row[name])) for name in ("low", "high", "year"))
        middle = (low + high) / 2
        is_left = middle > _on_path(scene.path, year)
        align = "right" if is_left else "left"
        said = _words((year, middle), str(row["label"]), align, 4, "ink", ROOMY)
        yield said | {"brief": row["short"]}


def _on_path(path: Points, year: float) -> float:
    if not path:
        return 0.0
    (start, first), (end, last) = path[0], path[-1]
    return first + (last - first) * (year - start) / (end - start)
