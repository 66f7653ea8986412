"""An agreement is reported with its term, and readers see whether it is in force."""

from store.sheets.agreements import COLUMNS
from tests.pages.acting import YESTERDAY, Open, done, fill, press, upload
from tests.pages.words import words


def test_an_agreement_is_reported_and_read_from_today_on(open_page: Open) -> None:
    app = open_page("Sofia", "partners", folds="agreement_fold")
    [signed] = [field for field in app.date_input if "agreement_signed_on" in str(field.key)]
    signed.set_value(YESTERDAY).run()
    fill(
        app,
        agreement_title="Memorandum 7",
        agreement_partners="Network of soils",
        agreement_source_title="Text of the memorandum",
    )
    press(app, "Report the agreement")
    assert done(app) == ["The agreement was reported."]
    reader = words(open_page("nobody", "partners"))
    assert "Memorandum 7" in reader
    assert "no end is known" in reader
    assert "Memorandum 7" not in words(open_page("nobody", "partners", as_of=YESTERDAY.isoformat()))


def test_agreements_are_brought_by_sheet_all_or_none(open_page: Open) -> None:
    row = {"title": "Memorandum 8", "signed": "2024-05-02", "source_title": "Its text"}
    rows = [row | {"partners": "Network of soils"}, row | {"partners": ""}]
    page = upload(
        open_page("Sofia", "partners", folds="agreements_fold"), "agreements", COLUMNS, rows
    )
    said = "".join(element.proto.body for element in page.get("html"))
    assert "Fill in “partners”." in said
    assert "agreements_write" not in {button.key for button in page.button}
    rows[1]["partners"] = "Network of stations"
    page = upload(
        open_page("Sofia", "partners", folds="agreements_fold"), "agreements", COLUMNS, rows
    )
    press(page, "Report 2 agreements")
    assert done(page) == ["2 agreements were reported."]
    assert "Network of stations" in words(open_page("nobody", "partners"))
