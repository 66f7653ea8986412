"""The arithmetic of progress, after data/METHODS.md: pure functions of their arguments.

Standard library only. It never reads a clock, a file or a database, and fills nothing in.
"""

from store.progress.assessment import Assessment, assess
from store.progress.flags import Flag, late_flag, missed_flag
from store.progress.gauge import Gauge, Headline, gauge, headline
from store.progress.indicator import (
    Basis,
    Better,
    Indicator,
    Kind,
    Observation,
    PathName,
    Qualifier,
    Range,
    Target,
    Unit,
)
from store.progress.parameters import DEFAULT, METHOD_VERSION, Parameters
from store.progress.parts import Combination, NestedCount, multipart, nested
from store.progress.path import GeometricPoint, Way, expected_geometric
from store.progress.projection import Outlook, Projection, theil_sen_slope
from store.progress.rates import Rate, rate_value
from store.progress.rollup import (
    CountryCount,
    PooledShare,
    RegionalMean,
    Total,
    rollup_mean,
    rollup_share,
    rollup_sum,
    rollup_units,
)
from store.progress.standing import Judged, Standing, is_measured
from store.progress.status import Reason, Status
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
    "METHOD_VERSION",
    "Assessment",
    "BaselineInterval",
    "Basis",
    "Better",
    "Combination",
    "CountryCount",
    "Decomposition",
    "Flag",
    "Gauge",
    "GeometricPoint",
    "Headline",
    "Indicator",
    "Judged",
    "Kind",
    "Moment",
    "NestedCount",
    "Observation",
    "Outlook",
    "Parameters",
    "PathName",
    "PlanLine",
    "PooledShare",
    "Projection",
    "Qualifier",
    "Range",
    "Rate",
    "Reason",
    "RegionalMean",
    "Standing",
    "Status",
    "Target",
    "Total",
    "Unit",
    "Way",
    "as_year",
    "assess",
    "baseline_interval",
    "decompose",
    "expected_geometric",
    "gauge",
    "headline",
    "is_measured",
    "late_flag",
    "missed_flag",
    "multipart",
    "nested",
    "rate_value",
    "rollup_mean",
    "rollup_share",
    "rollup_sum",
    "rollup_units",
    "theil_sen_slope",
    "year_index",
]
