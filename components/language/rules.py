"""What a text must be like to be translated well, and how to find one that never will be."""

import ast
import re
from collections.abc import Iterator, Set
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

from jinja2 import Environment

from components.language.sources import MESSAGE, Fault, Text, called_name

FILLED = "\0"  # what stands in place of an expression
WORD = re.compile(r"[^\W\d_]{2,}")
LOOSE_WORD = re.compile(r"(^|[\s\0])[^\W\d_]{2,}($|[\s\0,.:;])")
SENTENCE = re.compile(r"^[^\W\d_a-z].*[^\W\d_]{2,} [^\W\d_]{2,}")  # codes begin in small letters
READ = {"alt", "aria-label", "body", "caption", "help", "label", "placeholder", "title"}
WIDGETS = {
    *("button", "caption", "checkbox", "date_input", "download_button", "error", "expander"),
    *("file_uploader", "header", "info", "link_button", "markdown", "metric", "multiselect"),
    *("number_input", "pills", "popover", "radio", "segmented_control", "selectbox"),
    *("show_empty", "show_lead", "show_note", "slider", "spinner", "subheader", "success"),
    *("tabs", "text_area", "text_input", "toast", "toggle", "warning"),
}
# Several parts of speech, or no meaning without a sentence: nobody can translate one alone.
AMBIGUOUS = {
    *("about", "after", "asked", "before", "by", "call", "change", "closed", "contact", "count"),
    *("counted", "due", "from", "high", "import", "is", "join", "leave", "left", "level", "low"),
    *("next", "now", "on", "opened", "order", "present", "previous", "received", "report"),
    *("review", "search", "show", "since", "stands", "state", "to", "use", "was", "what", "where"),
}
NAMES = {"Source Sans, Source Sans Pro, sans-serif", "'Source Sans, sans-serif'"}  # of type
CODE = re.compile(r"\bdatum\b|[\d\0]px\b")  # expressions of charts, and styles


def faults(text: Text) -> Iterator[Fault]:
    """What is wrong with a text itself."""
    for form in text.forms:
        for why in _why_not(form, text):
            yield Fault(text.path, text.line, f"{why}: {form!r}")


def _why_not(form: str, text: Text) -> Iterator[str]:
    if form != form.strip() or form[-1:] in {",", ";"}:
        yield "a part of a sentence cannot be translated"
    is_unclear = form.isalpha() and (form.islower() or form.casefold() in AMBIGUOUS)
    if is_unclear and text.context is None:
        yield "a single word needs a context, _c()"
    places = set()
    for _literal, name, spec, conversion in Formatter().parse(form):
        if name is None:
            continue
        places.add(name)
        if not name.isidentifier() or spec or conversion:
            yield "a place has a name and nothing else"
    if text.places is not None and len(text.forms) == 1 and places != text.places:
        yield f"{sorted(places)} are to be filled, {sorted(text.places)} are given"


class _Words(HTMLParser):
    """What a reader sees or hears of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the attributes that are read; nothing of scripts and styles is."""
        if tag in {"script", "style"}:
            self.silent = tag
        self.found += [value or "" for name, value in attrs if name in READ]

    def handle_endtag(self, tag: str) -> None:
        """End a script or style."""
        self.silent = "" if tag == self.silent else self.silent

    def handle_data(self, data: str) -> None:
        """Keep what stands between the tags."""
        if not self.silent:
            self.found.append(data)


def untranslated(name: str, tree: ast.Module, kinds: Set[str] = frozenset()) -> Iterator[Fault]:
    """Words for people that never pass through the catalogue."""
    unread = set(_unread(tree, kinds))
    shown = set(_shown(tree))
    for node in ast.walk(tree):
        written = None if node in unread else _written(node)
        if isinstance(node, ast.Constant | ast.JoinedStr) and written is not None:
            for words in _for_people(written, is_shown=node in shown):
                yield Fault(name, node.lineno, f"never translated: {words!r}")


def untranslated_in_template(name: str, path: Path) -> Iterator[Fault]:
    """Words between the tags of a template, and in attributes that people read."""
    tokens = Environment(autoescape=True).lex(path.read_text(encoding="utf-8"))
    html = "".join(text if kind == "data" else FILLED for _line, kind, text in tokens)
    for words in words_of(html):
        yield Fault(name, 0, f"never translated: {words!r}")


def words_of(html: str) -> list[str]:
    """The pieces of HTML with words in them that people read."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return [piece.strip() for piece in parser.found if WORD.search(piece) and "<" not in piece]


def _for_people(written: str, *, is_shown: bool) -> list[str]:
    if "<" in written and ">" in written:
        return words_of(written)
    if written in NAMES or CODE.search(written):
        return []
    rule = WORD if is_shown else LOOSE_WORD if FILLED in written else SENTENCE
    return [written] if rule.search(written) else []


def _written(node: ast.AST) -> str | None:
    """The literal, expressions in it as `FILLED`; None for what is none."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else FILLED for part in node.values
    )


def _unread(tree: ast.Module, kinds: Set[str]) -> Iterator[ast.AST]:
    """Literals that the catalogue has, docstrings, parts of f-strings; output of commands, logs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield from (part for part in node.values if isinstance(part, ast.Constant))
            yield from (spec for part in ast.walk(node) if (spec := _spec(part)))
        elif isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.Call) and _is_passed_on(node, kinds):
            yield from (inner for part in node.args for inner in ast.walk(part))


def _spec(part: ast.AST) -> ast.expr | None:
    return part.format_spec if isinstance(part, ast.FormattedValue) else None


def _is_passed_on(call: ast.Call, kinds: Set[str]) -> bool:
    called = ast.unparse(call.func)
    is_command = called in {"sys.stdout.write", "sys.stderr.write"}
    is_logged = called.startswith("LOG.")
    return is_command or is_logged or called_name(call) in {"_", "_n", "_c", MESSAGE} | kinds


def _shown(tree: ast.Module) -> Iterator[ast.AST]:
    """What is given to a widget or a picture to be read."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from node.args[: called_name(node) in WIDGETS]
            yield from (word.value for word in node.keywords if word.arg in READ)
