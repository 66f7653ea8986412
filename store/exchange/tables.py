"""All data sets that anybody may take along, in the order in which they are listed."""

from store.exchange.activity_tables import ACTIVITIES, CALLS, FINDINGS
from store.exchange.figure_tables import MEASUREMENTS, STATUS
from store.exchange.ndc_tables import NDC_TABLES
from store.exchange.partner_tables import AGREEMENTS, PARTNERS
from store.exchange.plan_tables import GOALS, INDICATORS, OBJECTIVES, PLACES, TARGETS
from store.exchange.soil_tables import SOIL_TABLES
from store.exchange.table import Table
from store.exchange.twin_tables import TWIN_REGIONS
from store.exchange.year_tables import COMPLETE_YEARS

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        GOALS,
        OBJECTIVES,
        INDICATORS,
        TARGETS,
        MEASUREMENTS,
        COMPLETE_YEARS,
        STATUS,
        FINDINGS,
        PLACES,
        ACTIVITIES,
        CALLS,
        TWIN_REGIONS,
        PARTNERS,
        AGREEMENTS,
        *NDC_TABLES,
        *SOIL_TABLES,
    )
}
