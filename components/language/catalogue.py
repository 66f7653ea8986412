"""The catalogues: written anew from the code, or compared with it."""

import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from components.language import rules, sources
from components.language.sources import ROOT, Fault, Text
from components.language.spoken import CATALOGUES

DRAWN = ("app.py", "pages/", "components/")
ENGLISH = (  # for programs and programmers
    *("components/api/answers.py", "components/api/openapi.py", "components/api/routes.py"),
    "components/language/",
)
Key = tuple[str | None, tuple[str, ...]]


def gather(root: Path = ROOT) -> tuple[list[Text], list[Fault]]:
    """Every text of the code, and everything that is wrong with one."""
    texts: list[Text] = []
    faults: list[Fault] = []
    trees = {path: sources.parse(path) for path in sources.modules(root)}
    kinds = sources.refusals(list(trees.values()))
    for path, tree in trees.items():
        name = path.relative_to(root).as_posix()
        results = list(sources.in_module(name, tree, kinds))
        texts += [result for result in results if isinstance(result, Text)]
        faults += [result for result in results if isinstance(result, Fault)]
        if name.startswith(DRAWN) and not name.startswith(ENGLISH):
            faults += rules.untranslated(name, tree, kinds)
    for path in sources.templates(root):
        name = path.relative_to(root).as_posix()
        results = list(sources.in_template(name, path))
        texts += [result for result in results if isinstance(result, Text)]
        faults += [result for result in results if isinstance(result, Fault)]
        faults += rules.untranslated_in_template(name, path)
    faults += [fault for text in texts for fault in rules.faults(text)]
    return texts, sorted(faults, key=lambda fault: (fault.path, fault.line))


def compared(texts: Iterable[Text], path: Path) -> list[Fault]:
    """The texts that a catalogue lacks, and those in it that the code has no more."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    present = {_key(message.context, message.id) for message in catalogue if message.id}
    lacking = [
        Fault(text.path, text.line, f"not in {path.name}: {text.forms[0]!r}; run `make catalog`")
        for text in texts
        if _key(text.context, text.forms) not in present
    ]
    wanted = {_key(text.context, text.forms) for text in texts}
    return lacking + [
        Fault(path.name, 0, f"no longer in the code: {key[1][0]!r}; run `make catalog`")
        for key in sorted(present - wanted, key=str)
    ]


def main(arguments: list[str], root: Path = ROOT, folder: Path = CATALOGUES) -> int:
    """Write the catalogues, or with --check only say what is wrong with texts; 1 for anything."""
    texts, faults = gather(root)
    for path in sorted(folder.glob("*.po")):
        if "--check" in arguments:
            faults += compared(texts, path)
        else:
            _write(texts, path)
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    return 1 if faults else 0


def _write(texts: Iterable[Text], path: Path) -> None:
    """Bring a catalogue up to date, translations kept."""
    wanted = Catalog(project="4 per 1000 Dashboard", charset="utf-8")
    for text in sorted(texts, key=lambda text: (text.path, text.forms)):
        forms = text.forms if len(text.forms) == 2 else text.forms[0]
        wanted.add(forms, locations=[(text.path, 0)], context=text.context)
    with path.open("rb") as file:
        catalogue = read_po(file)
    catalogue.update(wanted, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_by_file=True, omit_header=False)


def _key(context: str | None, forms: object) -> Key:
    return context, tuple(map(str, forms if isinstance(forms, tuple | list) else (forms,)))
