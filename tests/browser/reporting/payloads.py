"""Text that a browser, a spreadsheet, a template or a reader could take for something else."""

PAYLOADS = (
    "**bold**",
    "[click](https://evil.example/a)",
    "![x](https://evil.example/i.png)",
    "<img src=https://evil.example/j.png onerror=window.hacked=1>",
    "<script>window.hacked=1</script>",
    "<svg/onload=window.hacked=1>",
    "</textarea></style></title>",
    '=HYPERLINK("https://evil.example","x")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "$E=mc^2$",
    ":material/delete: :smile:",
    ":red[x]",
    "{name} %s {{x}} {0}",
    "&lt;b&gt; &#60;",
    "javascript:alert(1)",
    "www.evil.example",
    "`code` \\n \\",
    "# heading",
    "> quote",
    "\u202egnp.exe",  # written from right to left from here on
    "مرحبا שלום",
    "👩\u200d🌾",
    "w" * 300,
)
FIELDS = (
    *("sheet", "source", "note", "missing", "reason", "answer", "comment", "approval"),
    *("recommendation", "annotation", "quality_flag", "person", "organisation"),
    *("plan_source", "plan_reason", "calendar_reason", "task_note", "organisation_source"),
    *("activity", "town", "involved", "participants", "evidence"),
    *("pair", "first_side", "second_side", "municipality", "aims", "pair_source", "pair_note"),
    *("meeting", "meeting_place", "decision", "sampling_source", "sampling_note"),
    *("effect", "decision_source"),
)
# Every field gets all of them, each field another one first: a beginning is what makes a formula.
TYPED = {
    field: " ".join((*PAYLOADS[at % len(PAYLOADS) :], *PAYLOADS[: at % len(PAYLOADS)], field))
    for at, field in enumerate(FIELDS, start=4)
}
# What stands on a projector is short: these two share the texts.
TYPED |= {"meeting": " ".join(PAYLOADS[:6]), "meeting_place": " ".join(PAYLOADS[7:18])}
