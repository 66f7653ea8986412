"""Files and cells that cannot be read, each with what is said of it."""

import datetime as dt

from tests.store.sheets.shapes import (
    COLUMNS,
    archive,
    compound,
    headed,
    looking,
    number,
    plain_row,
    raw,
    set_cells,
    text,
)

ERROR = "This cell shows an error, {}. Write what it should say."
SAVE = "Save it as Excel workbook (.xlsx) and upload that."
# the column of the problem, "" for the whole file, and its sentence or a part of it
WRONG: dict[str, tuple[str, bytes, str, str]] = {
    "an error": (
        "a.xlsx",
        raw(plain_row(number(' t="e"><v>#N/A</v>'))),
        "value",
        ERROR.format("#N/A"),
    ),
    "an error as text": (
        "a.csv",
        text(source_title="#¡REF!"),
        "source_title",
        ERROR.format("#¡REF!"),
    ),
    "a formula without a result": (
        "a.xlsx",
        set_cells(value="=100+200"),
        "value",
        "a formula without a result. Open the file in a spreadsheet program, save it there and",
    ),
    "a number that became a day": (
        "a.xlsx",
        set_cells(value=dt.date(2026, 2, 1)),
        "value",
        "This cell holds a day, 2026-02-01",
    ),
    "a time": (
        "a.xlsx",
        looking("value", 0.5, "h:mm"),
        "value",
        "This cell holds a time of day. Set its format and type it again.",
    ),
    "a bare share": (
        "a.xlsx",
        set_cells(indicator="A3-fair", value=0.45),
        "value",
        "0.45 may be 0.45 % or 45 %.",
    ),
    "a long text": ("a.xlsx", set_cells(note="x" * 4_001), "note", "at most 4000 characters"),
    "a day that may be two": ("a.csv", text(period_end="03/04/2025"), "period_end", "may be"),
    "a column twice": (
        "a.xlsx",
        headed(*COLUMNS, "Value"),
        "",
        "The column “value” stands more than once in the sheet “figures”: J, V. Keep one of them.",
    ),
    "a column twice, in two languages": (
        "a.csv",
        b"indicator,place,period_start,period_end,value,Valeur\nF2-budget,WLD,2025,2025,1,2\n",
        "",
        "The column “value” stands more than once in the sheet",
    ),
    "a year twice in a wide sheet": (
        "a.csv",
        b"indicator,F2-budget\nsource_title,Accounts\nplace,2024,2024\nWLD,450,430\n",
        "",
        "The column “2024” stands more than once in the sheet",
    ),
    "a decimal comma between commas": (
        "a.csv",
        b"indicator,place,period_start,period_end,value\nF2-budget,WLD,2025,2025,450,5\n",
        "value",
        "A sign that divides cells stands inside one of them: put that cell in quotation marks, or",
    ),
    "a decimal comma between the commas of a wide sheet": (
        "a.csv",
        b"indicator,F2-budget\nsource_title,Accounts\nplace,2024\nWLD,450,5\n",
        "value",
        "This row has more cells than the head has names.",
    ),
    "an answer that is neither yes nor no": (
        "a.csv",
        text(indicator="B3-regions", place="R-AFR", value="ok"),
        "value",
        "is answered by yes or no here, and “ok” is neither.",
    ),
    "an error of LibreOffice": ("a.csv", text(note="Err:502"), "note", ERROR.format("Err:502")),
    "no columns of ours": ("a.csv", b"Country,Figure\nKEN,1\n", "", "it lacks indicator"),
    "no column to fill in": (
        "a.csv",
        b"indicator,place,period_start,period_end\nF2-budget,WLD,2025,2025\n",
        "",
        "it lacks value, numerator, denominator, level, missing_reason.",
    ),
    "only blank rows": ("a.csv", b",,,\r\n" * 30, "", "The sheet is empty."),
    "a workbook of before 2007": (
        "a.xls",
        compound("Workbook"),
        "",
        f"This is a workbook of Excel before 2007 (.xls). {SAVE}",
    ),
    "a password": (
        "a.xlsx",
        compound("EncryptedPackage"),
        "",
        "The file is locked with a password. Save a copy without one and upload that.",
    ),
    "OpenDocument": ("a.ods", archive("content.xml"), "", f"This is an OpenDocument file. {SAVE}"),
    "Apple Numbers": (
        "a.numbers",
        archive("Index/Document.iwa"),
        "",
        "This is a file of Apple Numbers. Export it to Excel (.xlsx) and upload that.",
    ),
    "a binary workbook": (
        "a.xlsb",
        archive("xl/workbook.bin"),
        "",
        f"This is a binary workbook (.xlsb). {SAVE}",
    ),
    "a text document": ("a.docx", archive("word/document.xml"), "", "neither an XLSX nor"),
    "any archive": ("a.zip", archive("a.xlsx"), "", "neither an XLSX nor a CSV file"),
    "a web page": (
        "a.xls",
        b"<html><table></table></html>",
        "",
        "This is a web page or XML under another name. Open it in a spreadsheet program, save it",
    ),
    "another system's letters": ("a.csv", text(encoding="mac_roman", note="Année"), "", "letters"),
    "Cyrillic letters": ("a.csv", text(encoding="cp1251", note="Россия"), "", "letters"),
    "something binary": ("a.csv", b"a\0b\n", "", "neither an XLSX nor a CSV file"),
}
