"""The columns of a sheet of figures, and how text is kept from running as a formula."""

# What is read back. `entry` is the figure that stood in the slot when the sheet was made.
KEYS = ("indicator", "place", "period_start", "period_end", "entry")
FIGURE = ("value", "numerator", "denominator", "level", "missing_reason")
ABOUT = ("qualifier", "source_title", "source_link", "note", "reason", "why_unusual")
FILLED = (*KEYS, *FIGURE, *ABOUT)
# What only helps whoever fills it in.
NAMES = ("indicator_name", "place_name", "unit", "what_counts", "last_figure")
STANDING = ("state", "due_by")
OPENS = "opens"  # in a sheet of first questions
HELP = (*NAMES, *STANDING, OPENS)
WITH_LAST = (*KEYS[:2], *NAMES, *KEYS[2:4], *STANDING, *FIGURE, *ABOUT, KEYS[4])
COLUMNS = (*KEYS[:2], *NAMES[:3], *KEYS[2:4], *STANDING, *FIGURE, *ABOUT, KEYS[4])
