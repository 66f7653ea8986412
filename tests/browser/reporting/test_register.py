"""The register of partners in browsers: the Secretariat types and brings, everybody else reads."""

import csv
import io
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect

from store.sheets.partners import COLUMNS
from tests.browser.checks import errors
from tests.browser.reporting.signed_in import BrowseAs, alert, fill, press, unfold
from tests.browser.wait import until_quiet

BRING = "Bring the register as a spreadsheet"
FOLDS = ("Add an organisation", BRING, "Change an organisation", "Say that an organisation left")


def pick(page: Page, label: str, words: str) -> None:
    """Choose in a box by its label, among the options that hold the words."""
    page.get_by_role("combobox", name=label).click()
    page.keyboard.insert_text(words)  # at once: each letter draws the list of all anew
    page.get_by_role("option").filter(has_text=words).first.click()
    until_quiet(page)


def find(page: Page, words: str) -> list[str]:
    """The cells of the list, the filter typed into its field."""
    fill(page, "Name contains", words)
    return page.locator("[role=gridcell]").all_text_contents()


def register_fold(page: Page) -> Locator:
    """Where the register goes out and comes in as a spreadsheet."""
    return page.get_by_test_id("stExpander").filter(has_text=BRING)


def template(page: Page) -> list[dict[str, str]]:
    """The rows of the template as it is saved."""
    with page.expect_download() as saved:
        register_fold(page).get_by_role("button", name="Template as CSV").click()
    return [*csv.DictReader(io.StringIO(Path(saved.value.path()).read_text("utf-8-sig")))]


def bring(page: Page, rows: list[dict[str, str]]) -> None:
    """Upload rows in the template's columns."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    file = FilePayload(name="register.csv", mimeType="text/csv", buffer=text.getvalue().encode())
    register_fold(page).get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    expect(page.get_by_test_id("stMain")).to_contain_text("to add,")
    until_quiet(page)


def expect_only_to_read(page: Page) -> None:
    """Whoever does not manage people is offered the register, and nothing to write in it."""
    expect(page.get_by_role("heading", name="The register")).to_be_visible()
    for fold in FOLDS:
        expect(page.get_by_text(fold, exact=True)).to_have_count(0)
    expect(page.get_by_test_id("stFileUploaderDropzoneInput")).to_have_count(0)


def test_an_organisation_typed_by_the_secretariat_is_on_everybodys_list(
    browse_as: BrowseAs,
) -> None:
    sofia = browse_as("sofia", "/partners")
    unfold(sofia, "Add an organisation")
    fill(sofia, "Name of the organisation", "Union of growers")
    pick(sofia, "It is", "a member")
    pick(sofia, "Country", "Kenya")
    press(sofia, "Add the organisation")
    expect(alert(sofia)).to_contain_text("Union of growers was added.")
    expect(sofia.get_by_label("Name of the organisation")).to_have_value("")
    assert errors(sofia) == []
    visitor = browse_as("", "/partners?region=AFR&by=country", sofia)
    expect(visitor.get_by_test_id("stMain")).to_contain_text("2 partners (1 member) by name.")
    assert {"Union of growers", "member", "Kenya"} <= {*find(visitor, "growers")}
    assert "search=growers" in visitor.url
    expect_only_to_read(visitor)
    assert errors(visitor) == []


def test_the_template_is_brought_back_with_a_row_more(browse_as: BrowseAs) -> None:
    sofia = browse_as("sofia", "/partners")
    unfold(sofia, BRING)
    rows = template(sofia)
    assert "Denmark" in [row["name"] for row in rows]
    new = {"name": "=Institute of Soils", "kind": "partner", "country": "Atlantis"}
    bring(sofia, [*rows, new])
    expect(sofia.get_by_test_id("stMain")).to_contain_text("1 with a problem")
    assert sofia.get_by_role("button", name="Write").count() == 0
    bring(sofia, [*rows, new | {"country": "FRA"}])
    expect(sofia.get_by_test_id("stMain")).to_contain_text("1 to add, 0 to change")
    press(sofia, "Write 1 organisation")
    expect(alert(sofia)).to_contain_text("1 organisation was written.")
    assert "=Institute of Soils" in find(sofia, "=institute")
    assert errors(sofia) == []
    sofia.reload()
    until_quiet(sofia)
    unfold(sofia, BRING)
    assert "=Institute of Soils" not in {row["name"] for row in template(sofia)}  # no formula
    expect_only_to_read(browse_as("amina", "/partners", sofia))
