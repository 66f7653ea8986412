"""Text that people type: kept as it is, or refused; never changed behind their back."""

import re
import unicodedata

from store.ground.errors import InvalidTextError

SHORTEST = 3  # characters of a title, a source, a reason, a comment
LINE_BREAKS = "\n\t"
LETTERS = 3  # of any script, in a text that says something
# What people write into a field that must not be empty, and what spreadsheets leave in a cell:
# letters only, without accents.
NOTHING = frozenset(
    (
        *("none", "null", "nil", "nan", "nothing", "unknown", "nodata"),
        *("notavailable", "notapplicable", "tbd", "nodataavailable", "missing", "missingdata"),
        *("tba", "tbc", "todo", "ref", "div", "name", "value", "num"),
        *("error", "neant", "rien", "aucun", "aucune"),
        *("inconnu", "inconnue", "sansobjet", "pasdedonnee", "pasdedonnees", "nondisponible"),
        *("aucunedonnee", "aucunesdonnees", "sansdonnees", "nonapplicable", "donneesmanquantes"),
        *("ninguno", "ninguna", "nada", "desconocido", "desconocida", "sindatos", "nohaydatos"),
        *("nodisponible", "noaplica", "ningundato", "sindato", "sininformacion", "test"),
    )
)
SCHEMES = ("https://", "http://")
_SITE = re.compile(r"https?://(?:[^\s/?#@]*@)?[^\s/?#@:.]+[^\s/?#@]*(?:[/?#]\S*)?$")
_UNFIT_FOR_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


def check(text: str) -> str:
    """Return the text; what no database, file and screen can carry alike is refused.

    Errors: InvalidTextError for control characters and halves of a character.
    """
    for letter in text:
        if unicodedata.category(letter) in ("Cc", "Cs") and letter not in LINE_BREAKS:
            raise InvalidTextError(
                "The text contains a control character ({code}). Type it again without it.",
                code=f"U+{ord(letter):04X}",
            )
    return text


def says_something(text: str | None) -> bool:
    """Whether a text can be a reason, a source, a comment or an answer.

    "N/A", "---", "xxx", "néant" or "#REF!" fill a field and say nothing.
    """
    decomposed = unicodedata.normalize("NFKD", text or "").casefold()
    letters = [letter for letter in decomposed if unicodedata.category(letter)[0] == "L"]
    marks = sum(unicodedata.category(letter) == "Mc" for letter in decomposed)
    return (
        len(letters) + marks >= LETTERS
        and len(set(letters)) > 1
        and "".join(letters) not in NOTHING
    )


def demand(text: str, field: str, least: int = SHORTEST) -> str:
    """Return the text without the space around it; what is too short or says nothing is refused.

    `field` is its name as the drafts have it; a form says what it calls the field instead.
    Errors: InvalidTextError, as `check` too.
    """
    words = check(text).strip()
    if len(words) < least or not says_something(words):
        raise InvalidTextError(
            "Say it in words in “{field}”, with at least {least} characters.",
            least=least,
            field=field,
        )
    return words


def fold(name: str) -> str:
    """Give what two spellings of one name have in common: capitals and spaces do not tell."""
    return " ".join(name.split()).casefold()


def is_link(text: str) -> bool:
    """Whether the text may be followed as a link: it leads to a page and runs nothing."""
    return text.startswith(SCHEMES)


def check_link(link: str) -> str:
    """Return the link, "" for none; what is no address of the web is refused: pages lead there.

    Errors: InvalidTextError.
    """
    if link and not is_link(link):
        raise InvalidTextError("A link starts with https:// or http://.")
    if link and not _SITE.match(link):
        raise InvalidTextError(
            "“{link}” leads nowhere: the name of a site follows, as in {example}.",
            link=link,
            example="https://example.org/report",
        )
    return link


def defuse(value: object) -> object:
    """Put an apostrophe before text that a spreadsheet would take for a formula.

    Whatever is no text comes back as it is. `restore` takes the apostrophe away again.
    """
    if isinstance(value, str) and value.lstrip(" \u00a0").startswith(_FORMULA):
        return f"'{value}"
    return value


def restore(text: str) -> str:
    """Take the apostrophe away again, so that what went out comes back as it was."""
    if text.startswith("'") and defuse(text[1:]) == text:
        return text[1:]
    return text


def fit_for_xml(text: str) -> str:
    """The text; a character that no XML file may hold becomes the sign for an unknown one."""
    return _UNFIT_FOR_XML.sub("\ufffd", text)
