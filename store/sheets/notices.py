"""What whoever sends a sheet should know of it: columns left out, and what was hidden and read."""

from collections.abc import Iterator

from store.ground.messages import Message
from store.sheets.columns import ABOUT, FIGURE
from store.sheets.heads import Head
from store.uploads import grid
from store.uploads.grid import Grid


def about(table: Grid, head: Head) -> Iterator[Message]:
    """What of the sheet was not read, and what was read though nobody may have seen it."""
    places = sorted(filled(table, head))
    for place in places:
        if place in head.others:
            yield Message(
                "The column {letter}, “{title}”, was not read: the template has none of that name.",
                letter=grid.letter(place),
                title=head.others[place],
            )
        elif place not in head.columns:
            yield Message(
                "The column {letter} was not read: its head does not say what it is.",
                letter=grid.letter(place),
            )
    if table.is_hidden:
        yield Message("The sheet “{sheet}” is hidden and was read, too.", sheet=table.title)
    hidden = [
        grid.letter(place)
        for place in places
        if place in table.hidden_columns and head.columns.get(place) in (*FIGURE, *ABOUT)
    ]
    if hidden:
        yield Message(
            "Columns of the sheet “{sheet}” that are hidden were read, too: {letters}.",
            sheet=table.title,
            letters=tuple(hidden),
        )
    if table.hidden:
        yield Message(
            "Rows of the sheet “{sheet}” that are hidden were read, too: {count}.",
            sheet=table.title,
            count=table.hidden,
        )


def filled(table: Grid, head: Head) -> set[int]:
    """The columns with content below the head, counted from 0."""
    return {
        place
        for number, cells in table.rows
        if number > head.number
        for place, cell in enumerate(cells)
        if cell is not None
    }
