"""A quotation of a figure's document, added by the Secretariat, stands beside the figure."""

from tests.pages import bar
from tests.pages.acting import Open, done, fill, press
from tests.pages.words import words


def test_a_quotation_is_added_and_everybody_reads_it(open_page: Open) -> None:
    app = open_page("Sofia", "objective", objective="C1")
    app.session_state["document_C1-events"] = True
    app.run()
    fill(app, **{"document_C1-events_quotation": "More than eight events were held."})
    press(app, "Add the document")
    assert done(app) == ["The document was added."]
    assert "“More than eight events were held.”" in words(
        open_page("nobody", "objective", objective="C1")
    )
    assert "Quote the document" in bar.controls(app)
    member = open_page("Sam", "objective", objective="C1")
    assert "Quote the document" not in bar.controls(member)
