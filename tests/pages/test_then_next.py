"""Submit, then next: one press sends the figure and opens the form of what is due next."""

from tests.pages.acting import fill, press
from tests.pages.entering import OpenForm, said, stored


def test_one_press_sends_and_opens_the_next_form(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="7", _source_title="Register of partnerships")
    app = press(app, "Submit, then next")
    assert [row.value for row in stored()] == [7]
    assert f"number {stored()[0].id} in the ledger" in said(app)
    assert app.query_params["indicator"] != "D4-signed"


def test_what_is_wrong_keeps_the_form_where_it_is(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="7")
    app = press(app, "Submit, then next")
    assert "Name the source" in said(app)
    assert stored() == []
    assert app.query_params["indicator"] == "D4-signed"
