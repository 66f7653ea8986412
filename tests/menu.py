"""The pages as the app's own menu lists them."""

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from components.shell import navigation
from store.rights.rights import VISITOR

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the menu: `name` for files and failures, `address` in the browser."""

    name: str
    title: str
    group: str
    address: str
    script: str
    is_public: bool


def listed() -> tuple[Listed, ...]:
    """Every page, in the order of the menu."""
    # Streamlit fills in a page only while a script runs; all it asks of one is its folder.
    running = SimpleNamespace(pages_manager=SimpleNamespace(main_script_parent=ROOT))
    with patch("streamlit.navigation.page.get_script_run_ctx", return_value=running):
        return tuple(
            Listed(
                name=page.url_path or "overview",
                title=page.title,
                group=group,
                address=f"/{page.url_path}",
                script=Path(str(page._page)).relative_to(ROOT).as_posix(),
                is_public=page.visibility == "visible",
            )
            for group, pages in navigation.pages(VISITOR).items()
            for page in pages
        )


PAGES = listed()
PUBLIC = tuple(one for one in PAGES if one.is_public)
GUARDED = tuple(one for one in PAGES if not one.is_public)
