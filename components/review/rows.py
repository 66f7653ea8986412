"""The list of what waits: a row a figure, all of them one piece of HTML, with ticks and links.

Ticks live in the browser (`review.js`), which tells a form of them: none of them costs a run.
"""

from collections.abc import Collection, Sequence
from html import escape

from components.language.text import _, _n
from components.look import isolation, status
from components.look.status import Shown
from components.reader import links
from components.review import wording
from components.wording.figures import reported_figure
from store.progress import Status
from store.reporting.reviewing import Case

Row = tuple[int, str, str]  # the number of a figure, its title, and what stands in its row


def build(rows: Sequence[Row], shown: int | None, tickable: Collection[int], of: str) -> str:
    """The list as HTML; `shown` stands in full beside it, `of` tells the list from any other."""
    items = "".join(_item(row, row[0] == shown, row[0] in tickable) for row in rows)
    head = _choosing(len(tickable)) if tickable else ""
    foot = f'<p class="keys">{_keys()}</p>' if tickable else ""
    return f'<div class="cases" data-of="{escape(of)}">{head}<ol>{items}</ol>{foot}</div>'


def _keys() -> str:
    keys = {f"{key}_key": f"<kbd>{key.upper()}</kbd>" for key in "jkxar"}
    return _(
        "Oldest first. {j_key} {k_key} move, {x_key} ticks, {a_key} approves, {r_key} returns.",
        **keys,
    )


def _choosing(count: int) -> str:
    """The tick of all rows, which says how many are ticked."""
    none = _n("Choose all {count} shown", "Choose all {count} shown", count)
    some = _("{count} ticked", count="…")
    return (
        '<label class="every"><input type="checkbox" data-every>'
        f'<span data-none="{escape(none)}" data-some="{escape(some)}">{escape(none)}</span></label>'
    )


def _item(row: Row, is_shown: bool, may_tick: bool) -> str:
    number, title, inside = row
    box = ""
    if may_tick:
        label = escape(_("Tick {figure}", figure=title))
        box = f'<label><input type="checkbox" value="{number}" aria-label="{label}"></label>'
    current = ' aria-current="true"' if is_shown else ""
    return f'<li class="case" data-figure="{number}"{current}>{box}{inside}</li>'


@isolation.piece
def inside(case: Case, effect: tuple[Shown, Shown] | None) -> str:
    """What the row of a figure says, as a link to all of it."""
    indicator, row, before = wording.indicator_of(case.row), case.row, wording.before(case)
    now = wording.short(reported_figure(indicator, row), wording.BRIEF)
    was = ""
    if before is not None:
        earlier = wording.short(reported_figure(indicator, before), wording.BRIEF)
        was = f"<small>{escape(_('was {figure}', figure=earlier))}</small>"
    name = f"{indicator.objective_code or '–'} {indicator.name}"
    said = (
        f"<span><b>{escape(name)}</b><small>{escape(wording.where(row))}</small>"
        f"<small>{escape(wording.kind(case))}</small></span>"
        f"<span><b>{escape(now)}</b>{was}{_effect(effect)}</span>"
    )
    address = links.address("queue", figure=str(row.id))
    return f'<a href="{escape(address)}">{said}</a>'


def gone(news: str) -> str:
    """What stands in the place of a figure that does not wait any more."""
    return f"<p>{escape(news)}</p>"


def _effect(effect: tuple[Shown, Shown] | None) -> str:
    """The verdict that stays, or the one that becomes another: shape and word."""
    if effect is None:
        return ""
    before, after = (pair if isinstance(pair, tuple) else (pair, pair) for pair in effect)
    if before == after and after[0] is Status.NOT_ENOUGH_DATA:
        none = escape(_("{glyph} no verdict", glyph=status.glyph(after)))
        return f'<small class="stays {status.css_class(after)}">{none}</small>'
    if before == after:
        stays = escape(_("{status} stays", status=status.label(after)))
        return f'<small class="stays {status.css_class(after)}">{stays}</small>'
    return f"<small>{status.piece(*before)} → {status.piece(*after)}</small>"
