"""The list of countries without a browser: what is kept, said, sent, and asked again."""

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from components.entry import country_list
from store.models import RoleKind
from store.reporting import saved_drafts
from store.reporting.saved_drafts import Slot
from store.rights.rights import Actor, Grant
from tests.pages.acting import Open, add, done, fill, press, writing
from tests.pages.words import words

SEAT = Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B1", "R-AFR")
ASKED = {"indicator": "B1-parties", "place": "R-AFR", "year": "2025"}


def open_countries(open_page: Open, name: str = "Amina") -> AppTest:
    """The page as a representative of Africa sees it."""
    return open_page(name, "countries", **ASKED)


def enter(*names: str) -> dict[str, str]:
    """People with a seat for Africa, and what the ledger calls them."""
    with writing() as session:
        return {name: f"person {add(session, name, SEAT).id}" for name in names}


def answer(app: AppTest, **answers: str) -> AppTest:
    """Choose an answer for countries, by their codes."""
    field = answers_of(app)
    field.set_value(country_list.hold(country_list.held(field.value or "") | answers))
    return app.run()


def chosen(app: AppTest, code: str) -> str:
    """What is chosen for a country."""
    return country_list.held(answers_of(app).value or "")[code]


def answers_of(app: AppTest) -> TextInput:
    """The field in which the browser holds what is chosen."""
    [field] = [one for one in app.text_input if "answers" in str(one.key)]
    return field


def test_answers_are_kept_at_once_and_opened_again(open_page: Open) -> None:
    ledger_name = enter("Amina")["Amina"]
    app = fill(open_countries(open_page), source_title="Register of plans")
    answer(app, BEN="yes", TGO="no")
    assert not app.exception
    with writing() as session:
        actor = Actor(ledger_name, ())
        benin = saved_drafts.load(session, actor, Slot("B1-parties", "BEN", 2025))
        assert benin is not None
        assert benin.content == {"answer": "figure", "value": 1.0}
    again = open_countries(open_page)
    assert (chosen(again, "BEN"), chosen(again, "TGO"), chosen(again, "DZA")) == (
        "yes",
        "no",
        "open",
    )
    [field] = [one for one in again.text_input if "source_title" in str(one.key)]
    assert field.value == "Register of plans"


def test_problems_are_said_with_their_countries_and_then_all_is_sent(open_page: Open) -> None:
    enter("Amina")
    app = answer(open_countries(open_page), BEN="yes", TGO="no data")
    press(app, "Send 2 answers")
    said = done(app)
    assert any("Name the source" in one and "Benin" in one for one in said)
    assert any("Say in words why there is no figure" in one and "Togo" in one for one in said)
    fill(app, source_title="Register of plans", missing_reason="The register has no entry")
    press(app, "Send 2 answers")
    assert done(app) == ["2 answers were sent: 1 yes, 1 no data. They wait for the Secretariat."]
    assert "no data: The register has no entry" in words(app)
    assert (chosen(app, "BEN"), chosen(app, "TGO")) == ("open", "open")
    assert not [one for one in app.button if one.label.startswith("Send") and not one.disabled]


def test_who_was_overtaken_is_told_and_may_correct(open_page: Open) -> None:
    enter("Amina", "Bako")
    amina = fill(open_countries(open_page), source_title="Register of plans")
    answer(amina, BEN="no")
    bako = fill(open_countries(open_page, "Bako"), source_title="Letter of the ministry")
    press(answer(bako, BEN="yes"), "Send 1 answer")
    press(amina, "Send 1 answer")
    assert any("Somebody else has reported here meanwhile" in one for one in done(amina))
    fill(amina, **{"2025_reason": "The letter speaks of another plan"})
    press(amina, "Send 1 answer")
    assert done(amina) == ["1 answer was sent: 1 no. It waits for the Secretariat."]


def test_my_figures_lead_to_the_countries_that_are_owed(open_page: Open) -> None:
    enter("Amina")
    app = open_page("Amina", "my-figures")
    assert "Answer for 54 countries at once" in words(app)
    html = "".join(element.proto.body for element in app.get("html"))
    assert 'href="countries?indicator=B1-parties&amp;place=R-AFR&amp;year=2025"' in html


def test_who_may_answer_for_no_country_is_told(open_page: Open) -> None:
    with writing() as session:
        add(session, "Lena", Grant(RoleKind.TASK_FORCE_LEADER, "B1"))
    app = open_countries(open_page, "Lena")
    assert [box.value for box in app.info] == [
        "No country’s figure can be entered with your roles."
    ]
