"""The check of texts: small files with something wrong in them, each found with its line."""

from pathlib import Path

import pytest

from components.language import catalogue

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "A known sentence."
msgstr ""
"""


def checked(root: Path, files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the check says of a project of these files, whose catalogue holds one sentence."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    if "app.py" not in files:
        (root / "app.py").write_text('_("A known sentence.")\n', encoding="utf-8")
    (root / "en.po").write_text(CATALOGUE, encoding="utf-8")
    status = catalogue.main(["--check"], root, root)
    complaints = capsys.readouterr().err.splitlines()
    assert status == (1 if complaints else 0)
    return complaints


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('_("A new sentence.")', "not in en.po"),
        ("st.html(f\"<p>{_('A new sentence.')}</p>\")", "not in en.po"),
        ('_n("{count} figure", "{count} figures", 2)', "not in en.po"),
        ('_c("stage", "A known sentence.")', "not in en.po"),
        ('_("yes" if ready else "A known sentence.")', "needs a context"),
        ("_(sentence)", "not a plain literal"),
        ('_(f"{count} figures")', "not a plain literal"),
        ('_("A known " + "sentence.")', "not a plain literal"),
        ("_c(context, 'word')", "not plain literals"),
        ('_("open")', "needs a context"),
        ('_("Due")', "needs a context"),
        ('_n("Call", "Calls", 2)', "needs a context"),
        ('_(" until {day}", day=day)', "a part of a sentence"),
        ('_("{count} is open,", count=2)', "a part of a sentence"),
        ('_("{} is open.", 2)', "a place has a name"),
        ('_("{value:g} is too much.", value=2)', "a place has a name"),
        ('_("{who} has it.", whom="Ana")', "['who'] are to be filled, ['whom'] are given"),
        ('st.header("Figures")', "never translated: 'Figures'"),
        ('st.button("send", key="send")', "never translated: 'send'"),
        ('column.error("Nothing is sent.")', "never translated"),
        ('st.text_input(label, placeholder="a name")', "never translated"),
        ('show_note(f"{count} figures")', "never translated"),
        ('note = f"{known} of {total}"', "never translated"),
        ('note = "Nothing was reported yet."', "never translated: 'Nothing was reported yet.'"),
        ('st.html("<p class=\\"note\\">nothing</p>")', "never translated: 'nothing'"),
        ('row = f\'<a title="Close it" href="{address}">×</a>\'', "never translated: 'Close it'"),
        ('alt.Tooltip("value:Q", title="Figure")', "never translated: 'Figure'"),
    ],
)
def test_a_text_that_would_not_be_translated_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, why: str
) -> None:
    found = checked(tmp_path, {"components/card.py": f"import streamlit as st\n{line}\n"}, capsys)
    assert any(said.startswith("components/card.py:2: ") and why in said for said in found), found


@pytest.mark.parametrize(
    "line",
    [
        '_("A known sentence.")',
        'key = f"entry_{code}_{name}"',
        'st.html(f\'<p class="quiet note">{_("A known sentence.")}</p>\')',
        'st.html("<style>p { color: red }</style>")',
        "expression = f\"datum.kind == '{kind}' ? 1 : 0\"",
        'KINDS = {"stc member": 1, "team member": 2}',
        'sys.stdout.write("The site shows what was known.")',
        'def card():\n    """A card in words."""',
        'parts = "A1 · A2"',
    ],
)
def test_what_nobody_reads_as_a_sentence_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    assert checked(tmp_path, {"components/card.py": f"import sys\n{line}\n"}, capsys) == []


@pytest.mark.parametrize(
    "line",
    [
        'raise PairError("The pair is gone.")',
        'yield "name", PairError("The pair is gone.")',
        'raise PairError("A known sentence." if known else "The pair is gone.")',
        'SENTENCE = Message("The pair is gone.")',
        'class D:\n    @field_validator("a")\n    def f(x): raise ValueError("The pair is gone.")',
    ],
)
def test_a_refusal_of_the_store_must_be_in_the_catalogue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    classes = "class TwinError(StoreError): ...\nclass PairError(TwinError): ...\n"
    files = {"store/errors.py": classes, "store/pairs.py": f"\n{line}\n"}
    [found] = checked(tmp_path, files, capsys)
    assert found.startswith("store/pairs.py:")
    assert "not in en.po: 'The pair is gone.'" in found


def test_a_refusal_is_a_plain_literal_and_a_slip_of_ours_is_nobodys_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "store/errors.py": "class PairError(StoreError): ...\n",
        "store/pairs.py": 'raise PairError(reason)\nraise ValueError("no such pair")\n',
    }
    [found] = checked(tmp_path, files, capsys)
    assert found == "store/pairs.py:1: the text of PairError() is not a plain literal"


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<h2>{{ _('A new sentence.') }}</h2>", "not in en.po"),
        ("<h2>{{ _(title) }}</h2>", "not a plain literal"),
        ("<h2>Sources</h2>", "never translated: 'Sources'"),
        ('<input aria-label="Search" value="{{ words }}">', "never translated: 'Search'"),
    ],
)
def test_a_template_is_read_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], html: str, why: str
) -> None:
    [found] = checked(tmp_path, {"components/site/page.html": f"<main>{html}</main>\n"}, capsys)
    assert found.startswith("components/site/page.html:")
    assert why in found


def test_a_text_that_is_gone_from_the_code_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [found] = checked(tmp_path, {"app.py": "\n"}, capsys)
    assert "no longer in the code" in found


def test_writing_the_catalogue_makes_the_check_green_and_keeps_translations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "app.py": '_("A known sentence.")\n_c("stage", "open")\n_n("{count} a", "{count} b", 2)\n'
    }
    assert len(checked(tmp_path, files, capsys)) == 2
    translated = CATALOGUE.replace('sentence."\nmsgstr ""', 'sentence."\nmsgstr "Une phrase."')
    (tmp_path / "en.po").write_text(translated, encoding="utf-8")
    assert catalogue.main([], tmp_path, tmp_path) == 0
    assert catalogue.main(["--check"], tmp_path, tmp_path) == 0
    assert "Une phrase." in (tmp_path / "en.po").read_text(encoding="utf-8")


def test_the_texts_of_this_project_are_all_in_its_catalogue(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert (catalogue.main(["--check"]), capsys.readouterr().err) == (0, "")
