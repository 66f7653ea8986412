"""The former method, 1.0: what meetings held before 1.1 came in force were judged by.

Pure functions after data/METHODS_1_0.md, kept as they were. Standard library only; they never
read a clock, a file or a database, and fill nothing in.
"""

from store.progress_1_0.assessment import Assessment, assess
from store.progress_1_0.flags import Flag, late_flag, missed_flag
from store.progress_1_0.gauge import Gauge, Headline, gauge, headline
from store.progress_1_0.indicator import Better, Indicator, Kind, Observation, Range, Target, Unit
from store.progress_1_0.parameters import DEFAULT, Parameters
from store.progress_1_0.parts import Combination, multipart
from store.progress_1_0.path import Way
from store.progress_1_0.projection import Outlook, Projection
from store.progress_1_0.rollup import (
    PooledShare,
    RegionalMean,
    Total,
    rollup_mean,
    rollup_share,
    rollup_sum,
)
from store.progress_1_0.standing import Judged, Standing, is_measured
from store.progress_1_0.status import Reason, Status
from store.progress_1_0.years import Moment, as_year, year_index

__all__ = [
    "DEFAULT",
    "Assessment",
    "Better",
    "Combination",
    "Flag",
    "Gauge",
    "Headline",
    "Indicator",
    "Judged",
    "Kind",
    "Moment",
    "Observation",
    "Outlook",
    "Parameters",
    "PooledShare",
    "Projection",
    "Range",
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
    "gauge",
    "headline",
    "is_measured",
    "late_flag",
    "missed_flag",
    "multipart",
    "rollup_mean",
    "rollup_share",
    "rollup_sum",
    "year_index",
]
