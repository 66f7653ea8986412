"""The measurements as SDMX: SDMX-CSV 2.0 and the SDMX-ML 3.0 message that says what it means.

Written here, and read with a public library in the tests: at run time that library would bring a
second XML parser and a web client for a message of five codelists.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any
from xml.etree import ElementTree as ET

from store.exchange.table import Row, Table, Value, cell, lines_of, number
from store.figures.periods import is_whole_year
from store.ground import texts

Named = Mapping[str, str]
Attribute = tuple[str, str, str]

AGENCY, VERSION = "I4P1000", "1.0.0"
FLOW = f"{AGENCY}:DF_MEASUREMENTS({VERSION})"
QUALIFIERS = {
    "exact": "EXACT",
    "at least": "AT_LEAST",
    "at most": "AT_MOST",
    "about": "ABOUT",
}
NORMAL, MISSING = "A", "O"
# Codelists with the same codes in every store; those of indicators and places are the tables'.
FIXED = {
    "CL_OBS_STATUS": {NORMAL: "Normal value", MISSING: "Missing value, declared as such"},
    "CL_QUALIFIER": {code: word.capitalize() for word, code in QUALIFIERS.items()},
}
DIMENSIONS = {"INDICATOR": "CL_INDICATOR", "REF_AREA": "CL_AREA"}
# Attribute: (what it is, codelist or "", column of the table or "" where it is made here).
ATTRIBUTES = {
    "OBS_STATUS": ("Whether there is a figure", "CL_OBS_STATUS", ""),
    "QUALIFIER": ("How to read the figure", "CL_QUALIFIER", ""),
    "UNIT_MEASURE": ("What the figure is counted in", "", "unit"),
    "NUMERATOR": ("Numerator of a share", "", "numerator"),
    "DENOMINATOR": ("Denominator of a share", "", "denominator"),
    "MISSING_REASON": ("Why there is no figure", "", "missing_reason"),
    "SOURCE": ("The document it was read from", "", "source_title"),
    "SOURCE_LINK": ("Address of that document", "", "source_link"),
    "COMMENT_OBS": ("What the reporter said of it", "", "note"),
    "YEAR_COMPLETE": ("Whether its year was declared complete", "", "is_year_complete"),
    "KNOWN_ON": ("The day from which it is shown", "", "known_on"),
    "REVISION": ("Which correction it is", "", "revision"),
}
WARNING = ("Says that the figures are invented", "", "warning")
CONCEPTS = {
    "INDICATOR": "Indicator",
    "REF_AREA": "Place",
    "TIME_PERIOD": "Period",
    "OBS_VALUE": "Figure",
}


def attributes(table: Table) -> dict[str, Attribute]:
    """The attributes of an observation; in a demonstration also the warning."""
    return ATTRIBUTES | ({"WARNING": WARNING} if "warning" in table.names else {})


def beside(table: Table, rows: Iterable[Row], target: IO[bytes]) -> Iterator[Row]:
    """The measurements' rows as they come, each written into the file as SDMX-CSV 2.0."""
    extra = attributes(table)
    with lines_of(target) as lines:
        lines.writerow(header(table))
        for row in rows:
            lines.writerow(_line(dict(zip(table.names, row, strict=True)), extra))
            yield row


def header(table: Table) -> list[str]:
    """The columns of the SDMX-CSV."""
    return ["STRUCTURE", "STRUCTURE_ID", "ACTION", *CONCEPTS, *attributes(table)]


def schema(table: Table) -> dict[str, Any]:
    """The Table Schema of the SDMX-CSV: all text, for SDMX says itself what its columns are."""
    named = {name: what for name, (what, _, _) in attributes(table).items()} | CONCEPTS
    return {
        "fields": [
            {"name": name, "type": "string", "description": named.get(name, "SDMX-CSV 2.0")}
            for name in header(table)
        ],
        "missingValues": [""],
    }


def _line(row: Mapping[str, Value], extra: Mapping[str, Attribute]) -> list[object]:
    figure = row["figure"]
    made = {
        "OBS_STATUS": MISSING if figure is None else NORMAL,
        "QUALIFIER": QUALIFIERS[str(row["qualifier"])],
    }
    return [
        *("dataflow", FLOW, "I"),
        *(row["indicator"], row["place"], period(row["period_start"], row["period_end"])),
        number(figure) if isinstance(figure, float) else "",
        *(made.get(name) or cell(row[column]) for name, (_, _, column) in extra.items()),
    ]


def period(start: Value, end: Value) -> str:
    """A period as SDMX writes it: a year, a day, or a first day with a number of days."""
    if not (isinstance(start, dt.date) and isinstance(end, dt.date)):
        raise AssertionError("A measurement has a period.")
    if is_whole_year(start, end):
        return str(start.year)
    return start.isoformat() if start == end else f"{start}/P{(end - start).days + 1}D"


MES = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
STR = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure"
COM = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def structure(table: Table, codes: Mapping[str, Named], as_of: dt.date, title: str) -> bytes:
    """The structure message: codelists, concepts, data structure, dataflow.

    `codes` has the names of the codes of CL_INDICATOR and CL_AREA.
    """
    for prefix, space in (("mes", MES), ("str", STR), ("com", COM)):
        ET.register_namespace(prefix, space)
    root = ET.Element(f"{{{MES}}}Structure")
    _header(root, as_of)
    structures = ET.SubElement(root, f"{{{MES}}}Structures")
    lists = ET.SubElement(structures, f"{{{STR}}}Codelists")
    for list_id, named in {**FIXED, **codes}.items():
        _items(lists, "Codelist", "Code", list_id, named)
    extra = attributes(table)
    schemes = ET.SubElement(structures, f"{{{STR}}}ConceptSchemes")
    concepts = CONCEPTS | {name: what for name, (what, _, _) in extra.items()}
    _items(schemes, "ConceptScheme", "Concept", "CS_MEASUREMENTS", concepts)
    definitions = ET.SubElement(structures, f"{{{STR}}}DataStructures")
    definition = _maintained(definitions, "DataStructure", "DSD_MEASUREMENTS", title)
    _components(ET.SubElement(definition, f"{{{STR}}}DataStructureComponents"), extra)
    flows = ET.SubElement(structures, f"{{{STR}}}Dataflows")
    flow = _maintained(flows, "Dataflow", "DF_MEASUREMENTS", title)
    structured_by = _urn("datastructure.DataStructure", "DSD_MEASUREMENTS")
    ET.SubElement(flow, f"{{{STR}}}Structure").text = structured_by
    ET.indent(root)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _header(root: ET.Element, as_of: dt.date) -> None:
    header = ET.SubElement(root, f"{{{MES}}}Header")
    ET.SubElement(header, f"{{{MES}}}ID").text = f"measurements-{as_of}"
    ET.SubElement(header, f"{{{MES}}}Test").text = "false"
    ET.SubElement(header, f"{{{MES}}}Prepared").text = f"{as_of}T00:00:00Z"
    ET.SubElement(header, f"{{{MES}}}Sender", id=AGENCY)


def _components(parent: ET.Element, extra: Mapping[str, Attribute]) -> None:
    dimensions = _described(parent, "DimensionList", "DimensionDescriptor")
    for place, (name, codelist) in enumerate(DIMENSIONS.items(), start=1):
        component = _component(dimensions, "Dimension", name, codelist)
        component.set("position", str(place))
    period_of = _component(dimensions, "TimeDimension", "TIME_PERIOD", "")
    _format(period_of, "ObservationalTimePeriod")
    listed = _described(parent, "AttributeList", "AttributeDescriptor")
    for name, (_, codelist, _) in extra.items():
        component = _component(listed, "Attribute", name, codelist)
        relation = ET.SubElement(component, f"{{{STR}}}AttributeRelationship")
        ET.SubElement(relation, f"{{{STR}}}Observation")
    measures = _described(parent, "MeasureList", "MeasureDescriptor")
    _format(_component(measures, "Measure", "OBS_VALUE", ""), "Double")


def _described(parent: ET.Element, kind: str, name: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{STR}}}{kind}", id=name)


def _component(parent: ET.Element, kind: str, name: str, codelist: str) -> ET.Element:
    component = ET.SubElement(parent, f"{{{STR}}}{kind}", id=name)
    concept = _urn("conceptscheme.Concept", "CS_MEASUREMENTS") + f".{name}"
    ET.SubElement(component, f"{{{STR}}}ConceptIdentity").text = concept
    if codelist:
        representation = ET.SubElement(component, f"{{{STR}}}LocalRepresentation")
        ET.SubElement(representation, f"{{{STR}}}Enumeration").text = _urn(
            "codelist.Codelist", codelist
        )
    return component


def _format(component: ET.Element, kind: str) -> None:
    representation = ET.SubElement(component, f"{{{STR}}}LocalRepresentation")
    ET.SubElement(representation, f"{{{STR}}}TextFormat", textType=kind)


def _items(parent: ET.Element, scheme: str, item: str, scheme_id: str, named: Named) -> None:
    element = _maintained(parent, scheme, scheme_id, scheme_id.partition("_")[2].capitalize())
    for code, name in named.items():
        _name(ET.SubElement(element, f"{{{STR}}}{item}", id=code), name)


def _maintained(parent: ET.Element, kind: str, own_id: str, name: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{STR}}}{kind}", id=own_id, agencyID=AGENCY, version=VERSION)
    _name(element, name)
    return element


def _name(element: ET.Element, text: str) -> None:
    ET.SubElement(element, f"{{{COM}}}Name", {LANG: "en"}).text = texts.fit_for_xml(text)


def _urn(kind: str, name: str) -> str:
    return f"urn:sdmx:org.sdmx.infomodel.{kind}={AGENCY}:{name}({VERSION})"
