"""All data sets that anybody may take along, in the order in which they are listed."""

from store.exchange.activity_tables import ACTIVITIES, CALLS, FINDINGS, TWIN_REGIONS
from store.exchange.figure_tables import COMPLETE_YEARS, MEASUREMENTS
from store.exchange.ndc_tables import NDC_TABLES
from store.exchange.partner_tables import AGREEMENTS, PARTNERS
from store.exchange.plan_tables import GOALS, INDICATORS, OBJECTIVES, PLACES, TARGETS
from store.exchange.sampling_table import SAMPLINGS
from store.exchange.soil_tables import SOIL_TABLES
from store.exchange.status_table import STATUS
from store.exchange.table import Table

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
        SAMPLINGS,
    )
}
