"""Text that people type: kept as it is, or refused; never changed behind their back."""

import unicodedata

from store.errors import InvalidTextError

LINE_BREAKS = "\n\t"


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
