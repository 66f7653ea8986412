"""The register of partners as everybody reads it, and as the Secretariat keeps it."""

import datetime as dt
from typing import Any

import pytest
from sqlmodel import select
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import FileUploader

from store import sheets
from store.models import Organisation
from store.rights.rights import program
from store.sheets import partners
from tests.pages.acting import TODAY, YESTERDAY, Open, done, fill, press, writing
from tests.pages.words import words
from tests.store.partners.partners import DAY, JOINED, LEFT, MEMBER, institute
from tests.store.sheets.test_register_sheets import HEAD, ROW, many

KEPT = "organisation_fold changed_fold left_fold register_fold"  # where they are
FORMS = {
    "Add the organisation",
    "Change the organisation",
    "It left",
    "Template as XLSX",
    "Template as CSV",
}


def said(app: AppTest) -> str:
    """What the page says, all spaces alike."""
    return words(app).replace("\u202f", " ").replace("\xa0", " ")


def listed(app: AppTest) -> list[str]:
    """The names in the list."""
    [names] = [
        table.value["Organisation"].tolist()
        for table in app.dataframe
        if "Organisation" in table.value
    ] or [[]]
    return names


def bring(rows: str) -> None:
    """Many organisations, as the Secretariat brings them."""
    sheet = sheets.read("register.csv", f"{HEAD}\n{rows}".encode(), partners.COLUMNS)
    with writing() as session:
        checked = partners.check(session, sheet, TODAY)
        assert not checked.problems
        partners.write(session, program("test"), checked.ready)


def forget_all() -> None:
    """A register in which nobody is."""
    with writing() as session:
        for row in session.exec(select(Organisation)):
            row.is_partner = row.is_member = False


def field(app: AppTest) -> FileUploader:
    """Where a sheet of the register is brought."""
    [found] = [one for one in app.file_uploader if str(one.key).startswith("register_file")]
    return found


def set_box(app: AppTest, parts: str, value: Any) -> AppTest:
    """Choose in the box whose key has these parts."""
    boxes = (*app.selectbox, *app.date_input)
    [box] = [one for one in boxes if all(part in str(one.key) for part in parts.split())]
    return box.set_value(value).run()


def test_the_register_and_the_published_totals_differ_and_it_is_said(open_page: Open) -> None:
    seen = said(open_page("nobody", "partners"))
    assert "Published for January 2024: 811 partners and 356 members." in seen
    # Two partners are those of the readers of these tests.
    assert "The register lists 22 partners (4 members) by name." in seen
    assert "789 partners and 352 members of the published total are not in it." in seen
    earlier = said(open_page("nobody", "partners", as_of="2022-06-30"))
    assert "about 650 partners" in earlier
    assert "The register lists 13 partners (1 member) by name." in earlier
    assert "about 637 partners and 182 members of the published total are not in it." in earlier


def test_a_register_with_more_than_was_published_says_so(open_page: Open) -> None:
    bring(many(400).replace(",partner,", ",member,").replace(",companies,", ",civil society,"))
    seen = said(open_page("nobody", "partners"))
    assert "389 partners of the published total are not in it." in seen
    assert "It lists 48 members more than were published." in seen


def test_the_day_moves_who_is_listed(open_page: Open) -> None:
    with writing() as session:
        institute(session)

    def kinds(day: dt.date) -> list[str]:
        app = open_page("nobody", "partners", as_of=day.isoformat())
        rows = [table.value for table in app.dataframe if "Organisation" in table.value]
        return [
            kind
            for frame in rows
            for kind in frame.loc[frame["Organisation"] == "Soil Institute", "Kind"]
        ]

    days = (JOINED - DAY, JOINED, MEMBER - DAY, MEMBER, LEFT - DAY, LEFT)
    assert [kinds(day) for day in days] == [
        [],
        ["partner"],
        ["partner"],
        ["member"],
        ["member"],
        [],
    ]
    gone = open_page("nobody", "partners", as_of=LEFT.isoformat(), kind="gone")
    assert listed(gone) == ["Soil Institute"]
    heads = [
        [*table.value] for app in (gone, open_page("nobody", "partners")) for table in app.dataframe
    ]
    assert ["Left" in head for head in heads if "Organisation" in head] == [True, False]


def test_what_the_secretariat_adds_everybody_reads_from_today_on(open_page: Open) -> None:
    office = open_page("Sofia", "partners", folds="organisation_fold")
    fill(office, organisation_name="Union of farmers", organisation_source_title="Letter")
    set_box(office, "organisation_kind", "member")
    set_box(office, "organisation_college", "companies")
    assert done(press(office, "Add the organisation")) == [
        "Companies can be partners, not members."
    ]
    set_box(office, "organisation_college", "producers' organisations")
    set_box(office, "organisation_country", "KEN")
    set_box(office, "organisation_joined", dt.date(2018, 5, 1))
    assert done(press(office, "Add the organisation")) == ["Union of farmers was added."]

    reader = open_page("nobody", "partners", region="AFR")
    assert listed(reader) == ["Senegal", "Union of farmers"]
    assert "Africa, " in said(reader)
    assert "2 partners (1 member) by name." in said(reader)
    assert listed(open_page("nobody", "partners", region="LAC")) == ["Uruguay"]
    by_name = open_page("nobody", "partners", search=" FARMERS", college="producers' organisations")
    assert listed(by_name) == ["Union of farmers"]
    assert listed(open_page("nobody", "partners", search="farmers", college="civil society")) == []
    assert "Union" not in said(open_page("nobody", "partners", as_of=YESTERDAY.isoformat()))


def test_what_is_changed_stays_and_who_left_is_gone(open_page: Open) -> None:
    office = open_page("Sofia", "partners", folds="changed_fold left_fold", as_of=TODAY.isoformat())
    with writing() as session:
        number = session.exec(select(Organisation.id).where(Organisation.name == "Sweden")).one()
    set_box(office, "changed_which", number)
    set_box(office, f"changed_{number}_ _kind_", "member")
    assert done(press(office, "Change the organisation")) == ["Sweden was changed."]
    assert "(5 members) by name" in said(open_page("nobody", "partners"))

    set_box(office, "leaving_which", number)
    set_box(office, "leaving_on", YESTERDAY)
    [answer] = done(press(office, "It left"))
    assert answer.startswith("Sweden leaves on")
    reader = open_page("nobody", "partners")
    assert "Sweden" not in listed(reader)
    assert "The register lists 21 partners (4 members) by name." in said(reader)


@pytest.mark.parametrize("name", ["nobody", "Sam"])
def test_only_who_manages_people_is_offered_the_forms(open_page: Open, name: str) -> None:
    def offered(app: AppTest) -> set[str]:
        return {one.label for one in (*app.button, *app.download_button)} & FORMS

    app = open_page(name, "partners", folds=KEPT)
    assert not offered(app)
    assert not app.file_uploader
    assert "Keep the register" not in said(app)
    assert offered(open_page("Sofia", "partners", folds=KEPT)) == FORMS - {
        "Change the organisation"
    }


def test_a_sheet_is_previewed_then_written_and_the_second_time_changes_nothing(
    open_page: Open,
) -> None:
    office = open_page("Sofia", "partners", folds="register_fold")
    bad = f"{HEAD}\n{ROW}\n{ROW.replace('Kenya', 'Atlantis')}\n"
    field(office).set_value(("bad.csv", bad.encode(), "text/csv")).run()
    assert "Nothing is sent while a row has a problem." in done(office)[0]
    assert "There is no country “Atlantis”." in said(office)
    assert not [one for one in office.button if one.label.startswith("Write")]

    good = ("good.csv", f"{HEAD}\n{ROW}\n".encode(), "text/csv")
    field(office).set_value(good).run()
    assert "1 to add, 0 to change, 0 unchanged, 0 with a problem." in said(office)
    assert "Soil Institute" not in listed(open_page("nobody", "partners"))
    assert done(press(office, "Write 1 organisation")) == ["1 organisation was written."]
    assert "Soil Institute" in listed(open_page("nobody", "partners"))
    field(office).set_value(good).run()
    assert "0 to add, 0 to change, 1 unchanged, 0 with a problem." in said(office)
    assert not [one for one in office.button if one.label.startswith("Write")]


def test_an_empty_register_says_who_fills_it(open_page: Open) -> None:
    forget_all()
    seen = said(open_page("nobody", "partners"))
    assert "The register lists nobody by name. 811 partners and 356 members" in seen
    assert "No partner was entered by name by then." in seen


def test_one_organisation_is_enough(open_page: Open) -> None:
    forget_all()
    bring(ROW)
    app = open_page("nobody", "partners", folds="register_counts", by="region")
    assert listed(app) == ["Soil Institute"]
    [counts] = [table.value for table in app.dataframe if "Region" in table.value]
    assert counts[["Region", "2016", str(TODAY.year), "Members"]].values.tolist() == [
        ["Africa", 0, 1, 1]
    ]


def test_five_thousand_organisations_come_a_page_at_a_time(open_page: Open) -> None:
    bring(many(5_000))
    app = open_page("nobody", "partners")
    assert len(listed(app)) == 100
    app.session_state["choice_page"] = 51
    app.run()
    assert not app.exception
    assert "Rows 5 001 to 5 022 of 5 022." in said(app)
    assert len(listed(app)) == 22
    app.text_input(key="choice_search").set_value("organisation 4").run()
    assert "1 111 organisations." in said(app)
    assert "Rows 1 to 100 of 1 111." in said(app)
    app.text_input(key="choice_search").set_value("organisation 4999").run()
    assert listed(app) == ["Organisation 4999"]

    office = open_page("Sofia", "people", folds="person_fold")
    [search] = [one for one in office.text_input if "person_home" in str(one.key)]
    [home] = [one for one in office.selectbox if "person_home" in str(one.key)]
    assert len(home.options) == 50
    search.set_value("Organisation 4999").run()
    [home] = [one for one in office.selectbox if "person_home" in str(one.key)]
    assert home.options == ["Organisation 4999 (partner)"]
    home.select_index(0)
    fill(office, person_name="Noor")
    assert done(press(office, "Add the person")) == ["Noor was added."]
    assert "Organisation 4999 (partner)" in said(office)
