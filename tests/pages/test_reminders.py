"""What somebody says on My figures about being reminded."""

from sqlmodel import select

from store.models import ReminderWish, Rhythm
from tests.pages.acting import Open, done, press, writing
from tests.pages.words import words


def test_the_rhythm_and_the_calendar_are_the_readers_own(open_page: Open) -> None:
    app = open_page("Sofia", "my-figures", folds="reminders_fold")
    [rhythm] = [box for box in app.selectbox if "reminders_own" in str(box.key)]
    assert done(rhythm.set_value(Rhythm.NEVER).run()) == ["Reminders: never."]
    press(app, "Make an address")
    [address] = [code.value for code in app.code]
    assert address.endswith(".ics")
    assert address not in words(app.run())
    assert done(press(app, "End the address")) == ["The calendar’s address ended."]
    with writing() as session:
        wish = session.exec(select(ReminderWish)).one()
        assert (wish.rhythm, wish.calendar) == (Rhythm.NEVER, None)
