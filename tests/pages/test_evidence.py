"""What stands beside an objective's targets: documented facts, and what pledges say by country."""

from tests.pages.acting import Open
from tests.pages.words import words


def test_a_fact_stands_beside_the_target_with_its_source_and_caveat(open_page: Open) -> None:
    seen = words(open_page("nobody", "objective", objective="C4"))
    assert "nine first certificates" in seen
    assert "whether the name was authorised is not shown" in seen
    assert "JA Minami Alps" in seen


def test_an_earlier_day_shows_no_fact_known_later(open_page: Open) -> None:
    seen = words(open_page("nobody", "objective", objective="C4", as_of="2021-07-25"))
    assert "certificates" not in seen


def test_pledges_are_listed_by_country_as_evidence_to_read(open_page: Open) -> None:
    app = open_page("nobody", "objective", folds="pledges_A1_fold", objective="A1")
    seen = words(app)
    assert "a keyword screen, not a reading" in seen
    assert "196 Parties have submitted a pledge" in seen
    assert "79 of them. 28 of these, the European Union and its members, share one text." in seen
    assert "Words screened: Climate Watch, World Resources Institute" in seen
    [frame] = [one.value for one in app.dataframe if "Newest pledge" in one.value]
    guinea = frame[frame["Country"] == "Guinea"].iloc[0]
    assert guinea["Link"].startswith("https://unfccc.int/")
    assert set(frame["Answer in the ledger"]) == {"–"}
    assert "entered by its Regional Representative" in seen


def test_who_may_answer_is_led_to_the_countries(open_page: Open) -> None:
    assert "Read, then answer for countries" in words(
        open_page("Sofia", "objective", objective="B1")
    )


def test_before_the_screen_was_known_only_the_register_shows(open_page: Open) -> None:
    parameters = {"objective": "A1", "as_of": "2021-11-01"}
    app = open_page("nobody", "objective", folds="pledges_A1_fold", **parameters)
    [frame] = [one.value for one in app.dataframe if "Newest pledge" in one.value]
    assert len(frame) == 194
    assert set(frame["Keyword screen: soil carbon"]) == {"–"}


def test_other_objectives_have_no_such_list(open_page: Open) -> None:
    assert "evidence to read" not in words(open_page("nobody", "objective", objective="E1"))
