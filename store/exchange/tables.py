"""All data sets that anybody may take along, in the order in which they are listed."""

from store.exchange.activity_tables import ACTIVITIES
from store.exchange.figure_tables import MEASUREMENTS, STATUS
from store.exchange.plan_tables import GOALS, INDICATORS, OBJECTIVES, PLACES, TARGETS
from store.exchange.table import Table

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        GOALS,
        OBJECTIVES,
        INDICATORS,
        TARGETS,
        MEASUREMENTS,
        STATUS,
        PLACES,
        ACTIVITIES,
    )
}
