"""What else the demonstration has recorded: agreements, documented facts, years declared complete.

Every text says that it is invented.
"""

import datetime as dt

from sqlmodel import Session

from store.demo.series import LINK, SOURCE
from store.figures import complete_years
from store.figures.complete_year_draft import CompleteYearDraft
from store.findings import findings
from store.findings.finding_draft import FindingDraft
from store.models import Whose
from store.models.places import REGIONS
from store.partners import agreements
from store.partners.agreement_draft import AgreementDraft
from store.rights.rights import Actor

# With whom, from when, until when by its terms, whether it is a network beyond one country.
AGREEMENTS = (
    ("Invented soil alliance", dt.date(2021, 5, 3), dt.date(2024, 5, 2), True),
    ("Invented ministry of fields", dt.date(2022, 9, 14), None, False),
    ("Invented network of land trusts", dt.date(2023, 3, 22), dt.date(2028, 3, 21), True),
    ("Invented federation of growers", dt.date(2025, 11, 5), dt.date(2027, 11, 4), True),
)
# Of which objective, on which day, what, and what it does not show.
FINDINGS = (
    ("A6", dt.date(2023, 6, 1), "An invented consortium published a draft framework", "A draft"),
    ("C4", dt.date(2024, 2, 12), "An invented region gave its first soil seal to six farms", ""),
    ("F2", dt.date(2025, 4, 30), "An invented fund opened a call for soil projects", "No amount"),
)
# Yearly rates, and the years of which every region has said everything.
COMPLETE = (("A4-meetings", (2024, 2025)),)
DECLARED_AFTER = dt.timedelta(days=185)  # when the calendar asks for the year by itself


def fill(session: Session, reporter: Actor, approver: Actor) -> None:
    """Write all of it, as people would."""
    for number, (partner, signed_on, ends_on, is_network) in enumerate(AGREEMENTS, start=1):
        draft = AgreementDraft(
            code=f"invented-{number}",
            title=f"Invented memorandum {number}",
            partners=partner,
            is_network=is_network,
            signed_on=signed_on,
            ends_on=ends_on,
            source_title=SOURCE,
            source_link=LINK,
            known_on=signed_on,
        )
        agreements.report(session, reporter, draft)
    for objective, day, statement, caveat in FINDINGS:
        finding = FindingDraft(
            code=f"invented-{objective}",
            objective_code=objective,
            starts_on=day,
            ends_on=day,
            whose=Whose.INITIATIVE,
            statement=statement,
            caveat=caveat,
            authority=4,
            source_title=SOURCE,
            source_link=LINK,
            known_on=day,
        )
        findings.record(session, reporter, finding)
    for indicator, years in COMPLETE:
        for year in years:
            _declare(session, reporter, approver, indicator, year)


def _declare(session: Session, reporter: Actor, approver: Actor, indicator: str, year: int) -> None:
    for region in REGIONS:
        draft = CompleteYearDraft(
            indicator_code=indicator,
            place_code=f"R-{region}",
            year=year,
            is_complete=True,
            source_title=SOURCE,
            source_link=LINK,
        )
        row = complete_years.declare(session, reporter, draft)
        known_on = dt.date(year, 12, 31) + DECLARED_AFTER
        complete_years.approve(session, approver, row, known_on)
