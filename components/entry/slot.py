"""The slot that the form works on: its indicator, what stands around it, and what is corrected."""

from dataclasses import dataclass, replace

from components.entry import typed
from components.entry.typed import OTHER, Fields
from components.reader import access, bar, cache, clock, sessions
from store.figures import moves
from store.figures.draft import MeasurementDraft
from store.models import Indicator, Measurement
from store.reporting import nearby, plausibility, saved_drafts
from store.reporting.nearby import Period
from store.reporting.plausibility import Background, Surroundings
from store.reporting.saved_drafts import Slot


@dataclass(frozen=True, slots=True)
class Entry:
    """What the form works on.

    `rows` are the newest figures of all periods of the indicator and place, oldest period first.
    """

    fields: Fields
    indicator: Indicator
    around: Surroundings
    rows: tuple[Measurement, ...]

    @property
    def corrected(self) -> Measurement | None:
        """The figure that the reporter corrects, as long as it is the newest of its period."""
        return self.row(self.fields.memory.get("corrects"))

    @property
    def standing(self) -> Measurement | None:
        """The figure that speaks for the slot's year."""
        return nearby.newest_of_year(self.rows, self.fields.slot.year)

    @property
    def sent(self) -> Measurement | None:
        """The figure that was sent from here, read from the ledger."""
        return self.row(self.fields.memory.get("sent"))

    @property
    def period(self) -> Period:
        """The period as it stands in the fields, or as they will first be drawn."""
        fields, chosen = self.fields, self.fields.now("covers")
        if chosen == OTHER:
            start, end = fields.now("period_start"), fields.now("period_end")
            if start and end:
                return start, end
        elif chosen:
            return typed.period_of(chosen)
        return nearby.proposed_period(self.indicator, fields.slot.year, None, clock.today())

    @property
    def moves(self) -> Measurement | None:
        """The figure that is corrected in its period too, None where the period stays."""
        row = self.corrected
        return row if row is not None and _period(row) != self.period else None

    def row(self, number: int | None) -> Measurement | None:
        """The figure with this number, as long as it is the newest of its period."""
        return next((row for row in self.rows if row.id == number), None)

    def others(self, row: Measurement) -> list[Measurement]:
        """The figures that stand for the same year beside this one."""
        year = row.period_end.year
        return [
            figure for figure in self.rows if figure.period_end.year == year and figure is not row
        ]

    def stands_in_slot(self, row: Measurement) -> bool:
        """Whether a figure stands in the very period that the fields name."""
        return _period(row) == self.period

    def clash(self) -> Measurement | None:
        """The first figure about the same time that the reporter has not yet spoken of."""
        corrected, period, memory = self.corrected, self.period, self.fields.memory
        if corrected is not None and self.moves is None:
            return None
        slot = self.fields.slot
        blank = _blank(slot, period)
        others = [row for row in self.rows if row is not corrected]
        for row in sorted(others, key=lambda row: not nearby.overlaps(row, blank)):
            is_same = self.stands_in_slot(row)
            is_both_right = str(row.id) in memory.get("both_right", {})
            if is_same or (nearby.overlaps(row, blank) and not is_both_right):
                return row
            is_settled = row.id in memory.get("settled", []) or is_both_right
            if row.period_end.year == period[1].year and not is_settled:
                return row
        return None

    def background(self, draft: MeasurementDraft | None) -> Background:
        """What a figure of the slot is held against; it does not wait for one.

        Figures about the same days are none of it: `clash` has asked about them.
        """
        pair, corrected = self.fields.slot, self.corrected
        rows = {
            (pair.indicator_code, pair.place_code): [
                row for row in self.rows if row is not corrected
            ]
        }
        background = replace(self.around, figures=rows).of(draft or _blank(pair, self.period))
        return replace(background, overlapping=())


def enter(slot: Slot) -> Entry:
    """Begin or go on with the slot: what was typed, and the figures that stand around it."""
    fields = Fields(slot)
    if not fields.is_open:
        with sessions.reading() as session:
            saved = saved_drafts.load(session, access.actor(), slot)
        typed.begin(fields, saved.content if saved else {})
        fields.memory["kept"] = dict(saved.content) if saved else None
        fields.memory["kept_at"] = saved.saved_at if saved else None
    pair = (slot.indicator_code, slot.place_code)
    around = cache.ask(plausibility.gather, bar.plan_on(clock.today()), (pair,), clock.today())
    rows = tuple(row for row in around.figures.get(pair, ()) if not moves.was_moved(row))
    fields.memory.setdefault("seen", [row.id for row in rows])
    return Entry(fields, around.indicators[slot.indicator_code], around, rows)


def leave(entry: Entry) -> None:
    """Answer a press that gives up what was typed: the form drops it before it is drawn again."""
    entry.fields.memory["is_dropped"] = True


def _period(row: Measurement) -> Period:
    return row.period_start, row.period_end


def _blank(slot: Slot, period: Period) -> MeasurementDraft:
    return MeasurementDraft.model_construct(
        indicator_code=slot.indicator_code,
        place_code=slot.place_code,
        period_start=period[0],
        period_end=period[1],
    )
