"""A second language for tests: a catalogue of a few sentences."""

from pathlib import Path

import pytest

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Target gaps"
msgstr "Écarts"

msgid "Figures known on {day}"
msgstr "Chiffres connus le {day}"

msgid "{count} figure"
msgid_plural "{count} figures"
msgstr[0] "{count} chiffre"
msgstr[1] "{count} chiffres"

msgctxt "state of an action"
msgid "open"
msgstr "en cours"

msgctxt "stage of a meeting"
msgid "open"
msgstr "ouverte"

msgid "{value} is impossible for {name}: give {low} or more."
msgstr "{name} : {value} est impossible, donnez {low} ou plus."

msgid "“{text}” is not a whole number from {least} to {most}."
msgstr "« {text} » n’est pas un nombre entier de {least} à {most}."

msgid "There is nothing at this address. What there is: {address}"
msgstr "Il n’y a rien à cette adresse. Voyez : {address}"

msgid "no figure"
msgstr "aucun chiffre"

msgid "You see {what} of {day}."
msgstr "Le {day} : {what}."
"""


def add(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the app find the catalogue; one that is no language of this world lies beside it."""
    for name in ("fr", "not-a-language"):
        (folder / f"{name}.po").write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setenv("LOCALE_FOLDER", str(folder))
