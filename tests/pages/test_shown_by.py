"""What shows that a decision was done is chosen where it is followed up, and said beside it."""

import re

from store.database import engine
from tests.pages.acting import TODAY, Open, done, fill, press, unfold
from tests.pages.words import words
from tests.store.meetings import sittings


def test_a_figure_shows_that_a_decision_was_done(open_page: Open) -> None:
    made = engine.connect(engine.address())
    sittings.report(made, TODAY, indicator_code="E1-operators", value=9)
    sittings.report(made, TODAY, indicator_code="D4-signed", value=5)
    held = sittings.opened(made, agenda=["E1"])
    sittings.decide(made, held, subject="E1")
    made.dispose()
    app = unfold(open_page("Sofia", "meeting", meeting=held.code)).run()
    next(one for one in app.button_group if "follow_up_state" in str(one.key)).set_value("done")
    app = unfold(app).run()
    [figure] = [one for one in app.selectbox if one.label == "Figure that shows it"]
    [offered] = figure.options  # of what it is about, and of nothing else
    assert "9\u00a0operators" in offered
    figure.select_index(0)
    fill(unfold(app), follow_up_note="They were counted.")
    assert done(press(unfold(app), "Save the follow-up")) == ["The follow-up was saved."]
    said = words(open_page("Sofia", "meeting", meeting=held.code))
    assert re.search(r"They were counted\.\s+Shown by: .*9\u00a0operators", said)
