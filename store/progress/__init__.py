"""The arithmetic of progress, method 1.1, after data/METHODS.md: pure functions.

Standard library only. It never reads a clock, a file or a database, and fills nothing in. Every
figure is an interval, and both ends of what is possible are judged.
"""

from store.progress.assessment import assess
from store.progress.beside.chance import Chance
from store.progress.beside.curves import CurvePoint, expected_geometric, expected_logistic
from store.progress.beside.other_paths import OnPath
from store.progress.beside.projection import Outlook, Projection, theil_sen_slope
from store.progress.card import UNKNOWN, Assessment, clock
from store.progress.ends import End
from store.progress.figures import Figure, Limits, Qualifier, between, interval, is_silence, silence
from store.progress.flags import Flag, late_flag, missed_flag
from store.progress.floor import Floor
from store.progress.indicator import (
    FROM_ZERO,
    LEVELS,
    Basis,
    Better,
    Indicator,
    Kind,
    Observation,
    PathName,
    Range,
    Target,
    Unit,
)
from store.progress.joint.gauge import Band, Gauge, gauge
from store.progress.joint.headline import GoalShare, Headline, goal_share, headline
from store.progress.joint.judged import Judged, of_assessment
from store.progress.joint.parts import Combination, NestedCount, multipart, nested
from store.progress.joint.places import (
    CountryCount,
    PlacesMean,
    PooledShare,
    Total,
    rollup_mean,
    rollup_share,
    rollup_sum,
    rollup_units,
)
from store.progress.joint.rates import (
    Rate,
    YearBasis,
    rate_value,
    reference_year,
    year_figure,
)
from store.progress.parameters import DEFAULT, METHOD_VERSION, Parameters
from store.progress.status import Reason, Status, worst
from store.progress.verdict import Grade, Strength, Verdict, verdict
from store.progress.versions import (
    BaselineInterval,
    Decomposition,
    PlanLine,
    baseline_interval,
    decompose,
)
from store.progress.years import Moment, as_year, year_index

__all__ = [
    "DEFAULT",
    "FROM_ZERO",
    "LEVELS",
    "METHOD_VERSION",
    "UNKNOWN",
    "Assessment",
    "Band",
    "BaselineInterval",
    "Basis",
    "Better",
    "Chance",
    "Combination",
    "CountryCount",
    "CurvePoint",
    "Decomposition",
    "End",
    "Figure",
    "Flag",
    "Floor",
    "Gauge",
    "GoalShare",
    "Grade",
    "Headline",
    "Indicator",
    "Judged",
    "Kind",
    "Limits",
    "Moment",
    "NestedCount",
    "Observation",
    "OnPath",
    "Outlook",
    "Parameters",
    "PathName",
    "PlacesMean",
    "PlanLine",
    "PooledShare",
    "Projection",
    "Qualifier",
    "Range",
    "Rate",
    "Reason",
    "Status",
    "Strength",
    "Target",
    "Total",
    "Unit",
    "Verdict",
    "YearBasis",
    "as_year",
    "assess",
    "baseline_interval",
    "between",
    "clock",
    "decompose",
    "expected_geometric",
    "expected_logistic",
    "gauge",
    "goal_share",
    "headline",
    "interval",
    "is_silence",
    "late_flag",
    "missed_flag",
    "multipart",
    "nested",
    "of_assessment",
    "rate_value",
    "reference_year",
    "rollup_mean",
    "rollup_share",
    "rollup_sum",
    "rollup_units",
    "silence",
    "theil_sen_slope",
    "verdict",
    "worst",
    "year_figure",
    "year_index",
]
