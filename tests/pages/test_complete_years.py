"""A year is declared complete on one page, approved on another, and read on a third."""

from store.figures import complete_years
from store.figures.complete_year_draft import CompleteYearDraft
from store.rights.rights import program
from store.sheets.complete_years import COLUMNS
from tests.pages.acting import Open, done, fill, press, upload, writing
from tests.pages.words import words

YEAR = "2024"


def test_a_year_is_declared_approved_and_taken_along(open_page: Open) -> None:
    app = open_page("Sofia", "my-figures", folds="complete_fold")
    [indicator, place, year] = [box for box in app.selectbox if "complete_" in str(box.key)]
    indicator.set_value("D2-meetings").run()
    place.set_value("R-AFR").run()
    year.set_value(YEAR).run()
    press(app, "Declare it complete")
    assert "Name the source" in " ".join(done(app))
    fill(app, complete_source_title="Minutes of the region")
    press(app, "Declare it complete")
    assert done(app) == ["It was sent and waits for the Secretariat."]
    queue = open_page("Sofia", "queue")
    assert "Minutes of the region" in words(queue)
    press(queue, "Approve")
    assert done(queue) == ["Nobody approves their own declaration; somebody else has to."]
    with writing() as session:
        draft = CompleteYearDraft(
            indicator_code="D2-meetings",
            place_code="R-EUR",
            year=int(YEAR),
            source_title="Minutes of Europe",
        )
        complete_years.declare(session, program("test"), draft)
    queue = open_page("Sofia", "queue")
    [_mine, other] = [button for button in queue.button if button.label == "Approve"]
    other.click().run()
    assert done(queue) == ["The year counts as complete from today on."]
    assert "Minutes of Europe" not in words(open_page("Sofia", "queue"))
    [frame] = [
        table.value for table in open_page("nobody", "data", table="complete_years").dataframe
    ]
    assert frame["Year"].tolist() == [int(YEAR)]


def test_years_are_declared_by_sheet_all_or_none(open_page: Open) -> None:
    row = {"indicator": "D2-meetings", "year": YEAR, "complete": "yes", "source_title": "Minutes"}
    rows = [row | {"place": "Africa"}, row | {"place": "Atlantis"}]
    page = upload(
        open_page("Sofia", "my-figures", folds="complete_years_fold"),
        "complete_years",
        COLUMNS,
        rows,
    )
    said = "".join(element.proto.body for element in page.get("html"))
    assert "There is no place “Atlantis”." in said
    assert "complete_years_write" not in {button.key for button in page.button}
    rows[1]["place"] = "Europe"
    page = upload(
        open_page("Sofia", "my-figures", folds="complete_years_fold"),
        "complete_years",
        COLUMNS,
        rows,
    )
    press(page, "Declare 2 years")
    assert done(page) == ["2 years were sent and wait for the Secretariat."]
    assert words(open_page("Sofia", "queue")).count("complete\\, says Sofia") == len(rows)
