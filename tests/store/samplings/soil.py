"""A field in Benin, sampled three times in eight years."""

import datetime as dt
from typing import Any

from sqlmodel import Session

from store.models import RoleKind, SoilSampling
from store.rights.rights import Actor, Grant
from store.samplings import samplings
from store.samplings.sampling_draft import SoilSamplingDraft
from tests.store.writing import ANA, BO

AFI = Actor("Afi", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "E2", "R-AFR"),))
USUAL = {
    "place_code": "BEN",
    "site": "Field at Agbonou",
    "treatment": "Mulch of maize",
    "treatment_since": 2016,
    "depth_to": 30,
    "year": 2016,
    "stock": 30.0,
    "standard_error": 1.2,
    "samples": 12,
    "comparison": "equivalent mass",
    "bulk_density": "measured",
    "laboratory": "dry combustion",
    "carbon_brought": False,
    "latitude": 7.16,
    "longitude": 2.07,
    "source_title": "Report of the station",
}


def sampling(**content: Any) -> SoilSamplingDraft:
    """The first sampling of the field, unless told otherwise."""
    return SoilSamplingDraft.model_validate(USUAL | content)


def publish(session: Session, known_on: dt.date, **content: Any) -> SoilSampling:
    """Report a sampling and approve it, as two people would."""
    row = samplings.report(session, ANA, sampling(**content))
    samplings.approve(session, BO, row, known_on)
    return row


def publish_series(session: Session, known_on: dt.date) -> list[SoilSampling]:
    """The three samplings of the field: 30, 31.5 and 34 t C/ha."""
    return [
        publish(session, known_on, year=year, stock=stock)
        for year, stock in ((2016, 30.0), (2020, 31.5), (2024, 34.0))
    ]
