"""Text that people type: kept as it is, or refused; never changed behind their back."""

import unicodedata

from store.ground.errors import InvalidTextError

LINE_BREAKS = "\n\t"
SCHEMES = ("https://", "http://")


def check(text: str) -> str:
    """Return the text; what no database, file and screen can carry alike is refused.

    Errors: InvalidTextError for control characters and halves of a character.
    """
    for letter in text:
        if unicodedata.category(letter) in ("Cc", "Cs") and letter not in LINE_BREAKS:
            raise InvalidTextError(
                "The text holds a control character ({code}). Type it anew without it.",
                code=f"U+{ord(letter):04X}",
            )
    return text


def fold(name: str) -> str:
    """Give what two spellings of one name have in common: capitals and spaces do not tell."""
    return " ".join(name.split()).casefold()


def is_link(text: str) -> bool:
    """Whether the text may be followed as a link: it leads to a page and runs nothing."""
    return text.startswith(SCHEMES)
