"""Anybody tells of a source or a doubt; the Secretariat and the STC read and answer it."""

from urllib.parse import unquote

from tests.pages.acting import Open, done, fill, press
from tests.pages.words import words


def test_what_the_stc_doubts_is_answered_by_the_secretariat_on_one_list(open_page: Open) -> None:
    app = open_page("Sam", "objective", objective="C1")
    app.session_state["notice_C1-events"] = True
    app.run()
    about = next(one for one in app.selectbox if "notice_C1-events" in str(one.key))
    about.select_index(1).run()
    fill(app, **{"notice_C1-events_text": "The report counts webinars twice."})
    press(app, "Send the notice")
    assert "It was sent." in done(app)[0]
    queue = open_page("Sofia", "queue")
    seen = words(queue)
    assert "1 notice waits for an answer" in seen
    assert "Sam" in seen
    assert "The report counts webinars twice" in seen.replace("\\", "")
    fill(queue, answer_1_text="We ask the writers.")
    press(queue, "Take it up")
    assert done(queue) == ["It was answered."]
    own = words(open_page("Sam", "my-figures"))
    assert "taken up: We ask the writers." in own


def test_who_has_no_account_is_offered_a_mail_about_the_indicator(open_page: Open) -> None:
    app = open_page("nobody", "objective", objective="A5")
    mails = [unquote(one.proto.body) for one in app.get("html") if "mailto:" in one.proto.body]
    assert mails
    assert "A5-schemes · " in mails[0]
    assert "I know a source" in mails[0]
    assert "I know a source" in words(open_page("nobody"))
