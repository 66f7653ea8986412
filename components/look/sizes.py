"""Sizes of type and steps of space, in pixels: the only place where they are chosen.

Style sheets take them as custom properties, charts by name; `.streamlit/config.toml` repeats those
of headings, and a test compares them.
"""

DISPLAY, TITLE, HEADING, TEXT, SMALL, FINE = 40, 28, 20, 16, 14, 12.5
LEAD = 18  # the sentence below a title
SPACES = (4, 8, 12, 16, 22, 28, 44)


def style_sheet() -> str:
    """Type and space as custom properties of the page."""
    sizes = {
        "display": DISPLAY,
        "title": TITLE,
        "lead": LEAD,
        "heading": HEADING,
        "text": TEXT,
        "small": SMALL,
        "fine": FINE,
    }
    type_ = "".join(f"  --type-{name}: {size}px;\n" for name, size in sizes.items())
    space = "".join(f"  --space-{step}: {size}px;\n" for step, size in enumerate(SPACES, start=1))
    return f":root {{\n{type_}{space}}}\n"
