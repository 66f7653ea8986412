"""Numbers as they are typed in a browser that writes a decimal comma."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import noting, visit
from tests.browser.reporting.signed_in import choose
from tests.browser.wait import until_quiet

FORM = "/report?indicator=F2-budget&place=WLD&year=2024"
VALUE = "Value, in thousand EUR a year"


@pytest.fixture
def french_reader(browser: Browser, problems: list[str]) -> Iterator[Page]:
    """A window of somebody whose system speaks French."""
    with browser.new_context(locale="fr-FR") as context:
        page = context.new_page()
        with noting(page, problems):
            yield page


def typed(page: Page, text: str) -> None:
    """Type a value key by key, as a person does, and leave the field."""
    field = page.get_by_label(VALUE)
    field.click()
    field.press("ControlOrMeta+a")
    page.keyboard.type(text)
    field.press("Tab")
    until_quiet(page)


def test_a_decimal_comma_is_a_decimal_comma_and_what_is_unclear_is_asked(
    french_reader: Page, local_copy: str
) -> None:
    page = french_reader
    visit(page, local_copy + FORM)
    main, field = page.get_by_test_id("stMain"), page.get_by_label(VALUE)
    typed(page, "450,5")
    expect(field).to_have_value("450,5")
    expect(main).to_contain_text("Understood: 450.5 thousand EUR a year")
    page.reload()
    until_quiet(page)
    expect(field).to_have_value("450,5")

    typed(page, "1.234")
    expect(main).to_contain_text("“1.234” may be 1.234 or 1 234.")
    expect(main).not_to_contain_text("Understood")
    choose(page, "1 234 thousand EUR a year")
    expect(field).to_have_value("1\u202f234")
    expect(main).to_contain_text("Understood: 1 234 thousand EUR a year")
