"""The strategic plan: versions, goals, objectives, indicators, and their dated targets."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Figure, InUnit, Link, Text
from store.models.base import Fact, finite, one_of, words
from store.progress import Basis, Better, Kind

LARGEST = 1e12  # what no figure of an indicator exceeds that says nothing of its own


class WordingPart(StrEnum):
    """Which text of a goal or an objective."""

    TITLE = "title"
    AIM = "aim"


class UnitType(StrEnum):
    """What a figure is: a count of whole things, a quantity, a share in percent, a level."""

    INTEGER = "integer"
    CONTINUOUS = "continuous"
    SHARE = "share"
    LEVEL = "level"


class ReportedBy(StrEnum):
    """Whose figures they are: of the world, of a region, of a country."""

    SECRETARIAT = "secretariat"
    REGION = "region"
    COUNTRY = "country"


class RollUp(StrEnum):
    """How figures of places become one of the world."""

    NONE = "none"
    SUM = "sum"
    UNITS = "units"
    SHARE = "share"
    MEAN = "mean"


class TargetRole(StrEnum):
    """Where the plan begins, or what it asks for."""

    BASELINE = "baseline"
    TARGET = "target"


class PlanVersionFields(SQLModel):
    """What is said of an adopted text of the plan."""

    code: str = Field(primary_key=True, max_length=8)
    title: Text
    adopted_on: dt.date
    note: Text = ""


class PlanVersion(PlanVersionFields, table=True):
    """One adopted text of the plan; its targets are known from `adopted_on` on."""

    __tablename__ = "plan_version"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it


class Goal(SQLModel, table=True):
    """One of the six goals A to F."""

    code: str = Field(primary_key=True, max_length=1)
    name: str
    aim: str


class Objective(SQLModel, table=True):
    """One of the 24 objectives; its title differs between plan versions."""

    code: str = Field(primary_key=True, max_length=4)
    goal_code: str = Field(foreign_key="goal.code", index=True)
    facility: str = Field(default="", max_length=8)
    aim: str


class ObjectiveTitle(SQLModel, table=True):
    """What a plan version calls an objective."""

    __tablename__ = "objective_title"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it

    plan_code: str = Field(foreign_key="plan_version.code", primary_key=True)
    objective_code: str = Field(foreign_key="objective.code", primary_key=True)
    title: str


class WordingFields(SQLModel):
    """What a plan version says, and why; `subject` is a goal, "A", or an objective, "A1"."""

    plan_code: str = Field(foreign_key="plan_version.code")
    subject: str = Field(max_length=4)
    part: WordingPart = Field(sa_type=words(WordingPart, 8))
    text: Text
    source_title: Text
    reason: Text


class Wording(WordingFields, Fact, table=True):
    """A title or an aim as one plan version says it from a day on; the text before stays.

    A subject without a row says what shipped.
    """

    SLOT = ("plan_code", "subject", "part")
    RULES = (one_of("part", *WordingPart),)


class Indicator(SQLModel, table=True):
    """What is counted or judged; without an objective it is context, such as the partners.

    Nature sets the limits; `largest` only tells a slip of the hand from a figure: no figure of
    the indicator is larger, on either side of zero.
    """

    __table_args__ = (
        one_of("kind", *Kind),
        one_of("unit_type", *UnitType),
        one_of("reported_by", *ReportedBy),
        one_of("roll_up", *RollUp),
        one_of("better", *Better),
    )

    code: str = Field(primary_key=True, max_length=40)
    objective_code: str | None = Field(default=None, foreign_key="objective.code", index=True)
    position: int
    name: str
    kind: Kind = Field(sa_type=words(Kind, 12))
    unit_type: UnitType = Field(sa_type=words(UnitType, 12))
    unit: str
    unit_one: str
    reported_by: ReportedBy = Field(sa_type=words(ReportedBy, 12))
    roll_up: RollUp = Field(sa_type=words(RollUp, 8))
    better: Better = Field(sa_type=words(Better, 8))
    limit_low: float | None = None
    limit_high: float | None = None
    largest: float = Field(
        default=LARGEST, gt=0, sa_column_kwargs={"server_default": str(int(LARGEST))}
    )
    denominator: str = ""
    definition: str = ""
    window_years: int = 1
    stale_after_years: float | None = None
    paths: list[str] = Field(
        default_factory=list,
        sa_column=sa.Column(sa.JSON, nullable=False, server_default="[]"),
    )


class IndicatorRuleFields(SQLModel):
    """How an indicator's figures are judged from a day on, and why.

    Unit:   limits in the indicator's unit, None for none; a figure is the mean of `window_years`;
            its verdict fades after `stale_after_years`, None for the method's own.
    """

    indicator_code: str = Field(foreign_key="indicator.code")
    limit_low: Figure | None = None
    limit_high: Figure | None = None
    window_years: int = Field(default=1, ge=1, le=2)
    stale_after_years: Figure | None = Field(default=None, gt=0)
    reason: Text


class IndicatorRule(IndicatorRuleFields, Fact, table=True):
    """What somebody changed of how an indicator is judged; without a row it is as it shipped."""

    __tablename__ = "indicator_rule"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    SLOT = ("indicator_code",)
    RULES = (
        finite("limit_low"),
        finite("limit_high"),
        sa.CheckConstraint("limit_low < limit_high", name="limits"),
        sa.CheckConstraint("window_years BETWEEN 1 AND 2", name="window_years"),
        sa.CheckConstraint("stale_after_years > 0", name="stale_after_years"),
    )

    paths: list[str] = Field(default_factory=list, sa_column=sa.Column(sa.JSON, nullable=False))


class TargetFields(SQLModel):
    """What a plan version asks of an indicator by a year; `reason` is "" for what shipped.

    `basis` says of a baseline where it comes from: without one it counts as coded. What
    `is_context` counts something else than the target: it is shown beside and judges nothing.
    """

    plan_code: str = Field(foreign_key="plan_version.code")
    indicator_code: str = Field(foreign_key="indicator.code")
    role: TargetRole = Field(sa_type=words(TargetRole, 8))
    year: int
    low: InUnit
    high: InUnit
    basis: Basis | None = Field(default=None, sa_type=words(Basis, 8))
    is_context: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    flags: list[str] = Field(default_factory=list, sa_column=sa.Column(sa.JSON, nullable=False))
    source_title: Text
    source_link: Link = ""
    note: Text = ""
    reason: Text = Field(default="", sa_column_kwargs={"server_default": ""})


class Target(TargetFields, Fact, table=True):
    """A baseline or a target of one plan version; a correction is a new row that supersedes it.

    One that `is_withdrawn` says that the plan has no such number after all, and why: the number it
    bears is the one taken back.
    """

    SLOT = ("plan_code", "indicator_code", "role", "year")
    RULES = (
        one_of("role", *TargetRole),
        finite("low"),
        finite("high"),
        sa.CheckConstraint("low <= high", name="range_order"),
        one_of("basis", *Basis),
        sa.CheckConstraint("role = 'baseline' OR basis IS NULL", name="basis_of_baseline"),
    )

    is_withdrawn: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
