"""The countries of a region, a row each: what stands there, the answer, what is wrong with it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

import streamlit as st

from components.entry import country_list
from components.entry.country_sheet import OPEN, Grid
from components.figures import revisions
from components.language.markdown import escape
from components.language.text import _, _c, _n, listed, number, period, tell
from components.look import isolation
from components.reader import sessions
from components.reader.places import name
from components.wording.figures import reported_figure
from components.wording.short import answer
from store.ground.complaints import Complaint
from store.reporting.country_answers import CHANGED, COMMON, DOUBT, OWN, Typed
from store.reporting.country_grid import Answer, Row

Problems = Mapping[str, Sequence[Complaint]]


def standing(grid: Grid) -> dict[str, str]:
    """What stands in each country for the year, as a sentence; "" for nothing."""
    return {row.place.code: _standing(grid, row) for row in grid.rows}


@st.fragment
def show(grid: Grid, on_record: Mapping[str, str]) -> None:
    """Draw the fields for all, the countries and the button.

    A choice runs this alone. All that it writes are drafts of the reader's own; the button asks
    for a run of the whole page, which finds out anew who reads.
    """
    typed = grid.typed()
    grid.keep(typed)
    problems = _problems(grid)
    _show_common(grid, problems)
    country_list.show_field(grid.key("answers"))
    with st.container(key="country_rows", gap=None):
        for is_alone, rows in groupby(grid.rows, key=partial(_has_more, grid, problems)):
            # What stands below a country belongs to it alone, for the ear too.
            for lines in [[row] for row in rows] if is_alone else [[*rows]]:
                st.html(country_list.build(lines, [_choices(row) for row in lines], on_record))
                if is_alone:
                    _show_below(grid, lines[0], problems.get(lines[0].place.code, ()))
    with st.container(key="country_acts", horizontal=True, vertical_alignment="center"):
        _show_acts(grid, typed, problems)


def counted(typed: Typed, changes: Sequence[Row]) -> str:
    """How often each answer is given by what would be sent."""
    counts = Counter(typed.answers[row.place.code] for row in changes)
    return ", ".join(
        f"{number(counts[choice])} {_word(choice)}" for choice in Answer if counts[choice]
    )


def _word(said: Answer) -> str:
    if said is Answer.NO_DATA:
        return _c("answer", "no data")
    return answer(is_yes=said is Answer.YES)


@isolation.words
def _standing(grid: Grid, row: Row) -> str:
    if row.standing is None:
        return ""
    figure = row.standing.measurement
    parts = [
        reported_figure(grid.question.indicator, figure),
        period(figure.period_start, figure.period_end),
        figure.source_title,
        revisions.standing(row.standing),
    ]
    return _("On record: {figure}", figure=" · ".join(part for part in parts if part))


def _problems(grid: Grid) -> Problems:
    """What is wrong, once the reader tried to send."""
    if not grid.has_tried:
        return {}
    with sessions.reading() as session:
        return grid.judge(session).problems


def _show_common(grid: Grid, problems: Problems) -> None:
    names = _names_for_all()
    fields = [
        field for field in COMMON if field != "reason" or any(row.standing for row in grid.rows)
    ]
    with st.container(key="country_common"):
        for pair in (fields[:2], fields[2:]):
            for column, field in zip(st.columns(2), pair, strict=False):
                with column:
                    st.text_input(names[field], key=grid.key(field))
                    _say_for_all(grid, field, problems)
        codes = [row.place.code for row in grid.rows]
        st.multiselect(
            _("Countries with a source or a reason of their own"),
            codes,
            key=grid.key("with_own"),
            format_func=name,
            placeholder=_c("countries", "none"),
        )


def _names_for_all() -> dict[str, str]:
    return {
        "source_title": _("Source for all: document or register"),
        "source_link": _("Link to the source for all"),
        "missing_reason": _("For all without data: no data, because"),
        "reason": _("For all that are corrected: why"),
    }


def _names() -> dict[str, str]:
    return {
        "source_title": _("Source: document or register"),
        "source_link": _("Link to the source"),
        "missing_reason": _("No data, because"),
        "reason": _("Why this is corrected"),
        "note": _("Note"),
        DOUBT: _("This looks unusual. Say in words why it is right"),
    }


def _is_for_all(grid: Grid, code: str, complaint: Complaint) -> bool:
    """Whether a field for all is to blame: the country has none of its own."""
    return complaint.field in COMMON and code not in grid.with_own


def _say_for_all(grid: Grid, field: str, problems: Problems) -> None:
    sentences: dict[str, list[str]] = {}
    for code, complaints in problems.items():
        for complaint in complaints:
            if complaint.field == field and _is_for_all(grid, code, complaint):
                sentences.setdefault(tell(complaint.message), []).append(name(code))
    for sentence, places in sentences.items():
        st.error(escape(f"{sentence} ({listed(places)})"))


def _choices(row: Row) -> dict[str, str]:
    """What can be chosen for a country (code → words)."""
    nothing = _("as it stands") if row.standing else _c("answer", "open")
    return {OPEN: nothing} | {str(choice): _word(choice) for choice in Answer}


def _has_more(grid: Grid, problems: Problems, row: Row) -> bool:
    """Whether fields of its own or sentences stand below a country."""
    code = row.place.code
    return (
        code in problems
        or code in grid.with_own
        or bool(st.session_state.get(grid.key(DOUBT, code)))
    )


def _show_below(grid: Grid, row: Row, complaints: Sequence[Complaint]) -> None:
    """What is wrong with the answer of a country, and its own fields."""
    code = row.place.code
    for complaint in complaints:
        if complaint.message == CHANGED:
            grid.note_told(row)
        if not _is_for_all(grid, code, complaint):
            st.error(escape(tell(complaint.message)))
    has_doubt = any(complaint.field == DOUBT for complaint in complaints)
    has_answer = bool(st.session_state.get(grid.key(DOUBT, code)))
    fields = [field for field in OWN if field != DOUBT] if code in grid.with_own else []
    _show_own(grid, row, [*fields, DOUBT] if has_doubt or has_answer else fields)


def _show_own(grid: Grid, row: Row, fields: Sequence[str]) -> None:
    code, names = row.place.code, _names()
    asked = [field for field in fields if field != "reason" or row.standing]
    if not asked:
        return
    with st.container(key=f"country_own_{code}", horizontal=True):
        for field in asked:
            label = _("{field} ({place})", field=names[field], place=name(code))
            st.text_input(label, key=grid.key(field, code), width=320)


def _show_acts(grid: Grid, typed: Typed, problems: Problems) -> None:
    changes = grid.changes(typed)
    answered, count = len(typed.answers), len(changes)
    if st.button(
        _n("Send {count} answer", "Send {count} answers", count),
        type="primary",
        key=grid.key("send"),
        disabled=not count,
    ):
        grid.try_to_send()
        st.rerun()
    st.markdown(
        escape(
            _(
                "{answered} of {all} countries answered. {answers}",
                answered=number(answered),
                all=number(len(grid.rows)),
                answers=counted(typed, changes),
            )
        )
    )
    if answered > count:
        sentence = _n(
            "{count} says what stands already and is not sent.",
            "{count} say what stands already and are not sent.",
            answered - count,
        )
        st.markdown(escape(sentence))
    if problems:
        st.markdown(
            escape(
                _n(
                    "Nothing is sent while an answer has a problem: {places}.",
                    "Nothing is sent while {count} answers have a problem: {places}.",
                    len(problems),
                    places=listed([name(code) for code in problems]),
                )
            )
        )
