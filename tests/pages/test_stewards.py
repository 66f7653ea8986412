"""What the Secretariat and the STC do on their pages, and what readers see of it, then and now."""

import re

from sqlmodel import SQLModel

from components.steward import audit_fields, audit_words
from store.database import engine
from store.people import people
from tests.pages import bar
from tests.pages.acting import TODAY, YESTERDAY, Open, done, fill, press, unfold, writing
from tests.pages.words import tiles_of, words
from tests.store.writing import publish

# Names of the code, keys that tie rows together, instants as a program writes them.
RAW = re.compile(r"\b[a-z]+_[a-z_]+|[0-9a-f]{8}-[0-9a-f]{4}-|T\d\d:\d\d|\btrue\b|\bfalse\b")


def test_a_reworded_title_is_read_from_today_on(open_page: Open) -> None:
    app = open_page("Sofia", "plan", change="texts", subject="D4")
    fill(app, wording_text="Alliances", source="Decision 12", reason="Shorter")
    assert done(press(app, "Change the text")) == ["The text was changed."]
    assert "Alliances" in tiles_of(open_page("nobody"))["D4"]
    assert "Alliances" not in tiles_of(open_page("nobody", as_of=YESTERDAY.isoformat()))["D4"]
    assert "Alliances" not in tiles_of(open_page("nobody", plan="2020"))["D4"]


def test_a_new_version_is_what_readers_see_first(open_page: Open) -> None:
    app = open_page("Sofia", "plan", change="version")
    year = str(TODAY.year)
    fill(app, version_code=year, version_title="Third plan", version_note="The Forum decided")
    assert "No objective’s status would change." in words(app)
    assert done(press(app, "Add the version")) == [f"Plan {year} was added."]
    reader = open_page("nobody")
    assert f"Plan {year}" in bar.said(reader)
    assert tiles_of(reader) == tiles_of(open_page("nobody", plan="2022"))


def test_a_number_of_the_plan_has_its_unit_and_no_column_without_a_word(open_page: Open) -> None:
    seen = words(open_page("Sofia", "plan", indicator="A1-parties"))
    assert "28\N{NO-BREAK SPACE}Parties" in seen
    assert "revision" not in seen
    assert "Basis" in seen
    assert "Basis" not in words(open_page("Sofia", "plan", indicator="A1-enlisted"))


def test_the_effect_of_a_number_is_shown_before_it_is_written(open_page: Open) -> None:
    publish(engine.connect(engine.address()), TODAY, value=7, period_start=TODAY, period_end=TODAY)
    app = open_page("Sofia", "plan", indicator="D4-signed", plan="2020")
    [low] = [field for field in app.text_input if "target_low" in str(field.key)]
    low.set_value("6,0").run()
    assert "achieved" in words(app)
    assert done(press(app, "Change the plan")) == [
        "Say it in words in “Source: decision or document”, with at least 3 characters.",
        "Say it in words in “Why it is changed”, with at least 3 characters.",
    ]
    fill(app, target_source="Decision 12", target_reason="Networks merged")
    before = tiles_of(open_page("nobody", plan="2020"))["D4"]
    assert done(press(app, "Change the plan")) == ["The plan was changed."]
    after = tiles_of(open_page("nobody", plan="2020"))["D4"]
    assert "achieved" not in before
    assert "achieved" in after


def test_a_share_below_one_is_asked_about_in_the_plan_too(open_page: Open) -> None:
    app = open_page("Sofia", "plan", indicator="A3-fair", plan="2020")
    [low] = [field for field in app.text_input if "target_low" in str(field.key)]
    low.set_value("0.45").run()
    assert "0.45 may be 0.45 % or 45 %." in words(app).replace("\\", "")
    assert "Give the number." in words(press(app, "Change the plan"))
    [low] = [field for field in app.text_input if "target_low" in str(field.key)]
    low.set_value("45 %").run()
    assert "may be" not in words(app)


def test_a_quality_flag_is_read_by_everybody_and_its_author_by_few(open_page: Open) -> None:
    fold = "annotate_D4-signed"
    app = unfold(open_page("Sam", "objective", objective="D4"), fold).run()
    figure = app.selectbox(key="remark_on_D4-signed").value
    assert figure is not None
    signed = figure.id
    fill(app, **{f"remark_{signed}_text": "Two of these were counted twice"})
    app.selectbox(key=f"remark_{signed}_kind_0").set_value("quality flag")
    app.button(key=f"remark_add_{signed}").click()
    assert done(unfold(app, fold).run()) == ["Added."]
    reader = words(open_page("nobody", "objective", objective="D4"))
    assert "Quality flag" in reader
    assert "Two of these were counted twice" in reader
    assert "Sam" not in reader
    assert "Sam" in words(open_page("Sofia", "objective", objective="D4"))
    earlier = open_page("nobody", "objective", objective="D4", as_of=YESTERDAY.isoformat())
    assert "counted twice" not in words(earlier)


def test_the_audit_says_what_a_change_changed(open_page: Open) -> None:
    app = open_page("Sofia", "plan", change="texts", subject="D4")
    fill(app, wording_text="Alliances", source="Decision 12", reason="Shorter")
    press(app, "Change the text")
    trail = open_page("Sofia", "audit", action="reword")
    [frame] = [table.value for table in trail.dataframe]
    assert frame["Who"].tolist() == ["Sofia"]
    assert "text: Alliances" in frame["Change"].iloc[0]
    trail.selectbox(key="audit_entry").set_value(str(frame["Entry"].iloc[0])).run()
    assert "Decision 12" in words(trail)


def test_an_invitation_that_cannot_be_written_is_said_in_words(open_page: Open) -> None:
    app = open_page("Sofia", "people", folds="manage_fold")
    with writing() as session:  # as when somebody else writes the same person at once
        hold = "CREATE TRIGGER hold BEFORE UPDATE ON person BEGIN SELECT RAISE(ABORT, 'held'); END"
        session.connection().exec_driver_sql(hold)
    assert done(press(app, "Make an invitation")) == [str(people.TAKEN)]


def test_how_an_indicator_is_judged_is_changed_with_a_reason(open_page: Open) -> None:
    app = open_page("Sofia", "plan", folds="rule_fold", indicator="D4-signed")
    fill(app, rule_limit_high_="40", rule_stale_after_="3")
    press(app, "Change how it is judged")
    assert "Say it in words in “Why this is changed”" in done(app)[-1]
    fill(app, rule_reason_="Forty networks exist")
    press(app, "Change how it is judged")
    assert done(app) == ["How it is judged was changed."]
    said = words(open_page("Sofia", "plan", indicator="D4-signed"))
    assert "It lies between 0 and 40." in said
    assert "A verdict fades after 3 years." in said


def test_a_number_that_counts_something_else_judges_nothing(open_page: Open) -> None:
    app = open_page("Sofia", "plan", indicator="D4-signed", plan="2022")
    [low] = [field for field in app.text_input if "target_low" in str(field.key)]
    low.set_value("30").run()
    [box] = [one for one in app.checkbox if "target_is_context" in str(one.key)]
    box.set_value(True).run()
    fill(app, target_source="Decision 12", target_reason="It counts memoranda")
    press(app, "Change the plan")
    assert done(app) == ["The plan was changed."]
    assert "context: judges nothing" in words(
        open_page("Sofia", "plan", indicator="D4-signed", plan="2022")
    )


def test_the_audit_names_no_field_table_or_key_of_the_store(open_demo_page: Open) -> None:
    columns = {column.name for one in SQLModel.metadata.tables.values() for column in one.columns}
    assert {name for name in columns if "_" in audit_fields.named(name)} == set()
    assert {name for name in columns if name not in audit_fields.names()} == set()
    assert {name for name in SQLModel.metadata.tables if "_" in audit_words.row(name)} == set()
    [frame] = [table.value for table in open_demo_page("Sofia", "audit").dataframe]
    said = "\n".join([*frame["Row"], *frame["Change"]])
    assert RAW.findall(said) == []
    assert "published: no → yes" in said


def test_the_audit_is_searched_by_the_words_that_it_shows(open_demo_page: Open) -> None:
    app = open_demo_page("Sofia", "audit")
    app.text_input(key="audit_subject").set_value("twin pair").run()
    [frame] = [table.value for table in app.dataframe]
    assert {row.rpartition(" ")[0] for row in frame["Row"]} == {"twin pair"}


def test_the_audit_comes_a_page_at_a_time(open_demo_page: Open) -> None:
    app = open_demo_page("Sofia", "audit")
    [first] = [table.value["Entry"].tolist() for table in app.dataframe]
    assert first == [*range(first[0], first[0] - 100, -1)]
    app.session_state["choice_page"] = 10
    app.run()
    [last] = [table.value["Entry"].tolist() for table in app.dataframe]
    assert last == [*range(first[0] - 900, first[0] - 1000, -1)]
    assert "Rows 901 to 1 000 of 1 000." in words(app).replace("\u202f", " ")
    app.text_input(key="audit_subject").set_value("twin pair").run()
    assert "Rows" not in words(app)
