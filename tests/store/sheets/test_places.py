"""Places by the names that people give them: one place, or a sentence with those it may be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session, select

from store.database import engine
from store.models import Place
from store.sheets import places
from tests.store.refusals import told

CONGOS = "Congo (COG), Democratic Republic of the Congo (COD)"
NORTH = "Namibia (NAM), North America (R-NAM)"
KOREAS = "Republic of Korea (KOR), Democratic People’s Republic of Korea (PRK)"


@pytest.fixture(scope="module")
def session(real_store: Path) -> Iterator[Session]:
    """The places that ship."""
    opened = engine.connect(f"sqlite:///{real_store}")
    with Session(opened) as session:
        yield session
    opened.dispose()


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("KEN", "KEN ken KE Kenya KENYA Kenia"),
        (
            "CIV",
            "Côte d'Ivoire|Côte d’Ivoire|Cote d'Ivoire|COTE D IVOIRE|Côte  d’Ivoire|Ivory Coast",
        ),
        ("CIV", "Costa de Marfil|CÔTE D‘IVOIRE|Cote dIvoire|The Ivory Coast| Ivory Coast "),
        ("SWZ", "Swaziland|Eswatini|eSwatini|Suazilandia"),
        ("MMR", "Burma|Myanmar|Birmanie|Myanmar (Burma)"),
        ("TUR", "Turkey|Türkiye|Turkiye|Turquie|Turquía"),
        ("CPV", "Cape Verde|Cabo Verde|Cap-Vert"),
        ("CZE", "Czech Republic|Czechia|République tchèque|República Checa"),
        ("VNM", "Viet Nam|Vietnam|Viêt Nam"),
        ("COD", "DR Congo|DRC|RDC|Congo-Kinshasa|Congo (DRC)|Congo, Dem. Rep.|Zaire"),
        ("COG", "COG|CG|Congo-Brazzaville|Republic of the Congo|République du Congo|Congo, Rep."),
        ("GIN", "Guinea|Guinée|Guinea-Conakry|La Guinée"),
        ("GNB", "Guinea-Bissau|Guinée Bissau"),
        ("GNQ", "Equatorial Guinea|Guinea Ecuatorial|GUINEE EQUATORIALE"),
        ("PNG", "Papua New Guinea|Papouasie-Nouvelle-Guinée"),
        ("NER", "Niger|Níger|Le Niger"),
        ("NGA", "Nigeria|Nigéria"),
        ("KOR", "South Korea|Republic of Korea|Corée du Sud|Korea, Rep."),
        ("PRK", "North Korea|Corée du Nord|DPRK"),
        ("USA", "United States|USA|U.S.A.|US|Etats-Unis|États-Unis|EE. UU.|The United States"),
        ("GBR", "UK|United Kingdom|Royaume-Uni|Reino Unido|Great Britain"),
        ("STP", "São Tomé and Príncipe|Sao Tome & Principe|Sao Tomé-et-Principe"),
        ("LCA", "St Lucia|St. Lucia|Saint Lucia|Sainte-Lucie"),
        ("LAO", "Laos|Lao PDR|Lao People's Democratic Republic|LA"),
        ("NLD", "Netherlands|The Netherlands|Holland|Pays-Bas|Países Bajos"),
        ("NAM", "NAM|Namibia|Namibie"),
        ("WLD", "World|WORLD|Monde|Mundo|Global|wld"),
        ("R-AFR", "Africa|Afrique|África|AFRICA|R-AFR|r-afr|AFR"),
        ("R-APA", "Asia-Pacific|Asia and Pacific|Asia and the Pacific|Asie et Pacifique"),
        ("R-EUR", "Europe|Europa"),
        ("R-LAC", "Latin America and the Caribbean|Latin America & Caribbean|LAC"),
        ("R-LAC", "Amérique latine et Caraïbes|América Latina y el Caribe"),
        ("R-NAM", "North America|Amérique du Nord|América del Norte|Northern America"),
        ("EUU", "European Union|EU|Union européenne"),
    ],
)
def test_a_place_is_found_by_its_names(session: Session, code: str, written: str) -> None:
    names = places.known(session)
    for name in written.split("|" if "|" in written else None):
        assert (name, names.find(name)) == (name, code)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("Congo", f"“Congo” may be any of these: {CONGOS}. Write the code instead."),
        ("Korea", f"“Korea” may be any of these: {KOREAS}. Write the code instead."),
        ("Corée", f"“Corée” may be any of these: {KOREAS}. Write the code instead."),
        (
            "NA",
            f"“NA” may be any of these: {NORTH}. Write the code instead.",
        ),
        ("Atlantis", "There is no place “Atlantis”."),
        ("", "There is no place “”."),
        ("of", "There is no place “of”."),
    ],
)
def test_what_is_no_place_or_several_is_refused(
    session: Session, written: str, sentence: str
) -> None:
    assert told(lambda: places.known(session).find(written)) == sentence


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("Keniya", "There is no place “Keniya”. Did you mean Kenya (KEN)?"),
        ("Gorgia", "There is no place “Gorgia”. Did you mean Georgia (GEO)?"),
        ("Tuvalou", "There is no place “Tuvalou”. Did you mean Tuvalu (TUV)?"),
        ("Nigerr", "There is no place “Nigerr”. Did you mean Niger (NER), Nigeria (NGA)?"),
        ("XYZ", "There is no place “XYZ”."),
    ],
)
def test_what_may_have_been_meant_is_suggested_and_not_taken(
    session: Session, written: str, sentence: str
) -> None:
    assert told(lambda: places.known(session).find(written)) == sentence


def test_every_place_is_found_by_what_the_store_calls_it(session: Session) -> None:
    names = places.known(session)
    refused = {
        place.code
        for place in session.exec(select(Place))
        for name in (place.code, place.name_en, place.name_fr, place.name_es)
        if name != "Congo" and names.find(name) != place.code
    }
    assert refused == set()


def test_an_organisations_country_is_no_region(session: Session) -> None:
    countries = places.countries(session)
    assert told(lambda: countries.find("R-AFR")) == "There is no country “R-AFR”."
    near = "There is no country “Africa”. Did you mean South Africa (ZAF)?"
    assert told(lambda: countries.find("Africa")) == near
    assert countries.find("NA") == "NAM"


def test_names_of_our_own_add_something_and_name_places_that_are_there(session: Session) -> None:
    rows = places.ALIASES.read_text(encoding="utf-8").splitlines()[1:]
    names = places.known(session)
    codes = {code for row in rows for code in row.rpartition(",")[2].split()}
    assert codes <= set(names.called)
    assert len({places.fold(row.rpartition(",")[0].strip('"')) for row in rows}) == len(rows)
