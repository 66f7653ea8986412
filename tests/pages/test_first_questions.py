"""What would open most verdicts, where the Secretariat sees what is owed."""

from tests.pages.acting import Open
from tests.pages.words import words

TITLE = "What would open most verdicts"


def test_the_list_says_what_each_answer_opens_and_leads_to_its_form(open_page: Open) -> None:
    page = open_page("Sofia", "my-figures")
    said = words(page)
    assert TITLE in said
    assert "objectives are one answer away from a verdict." in said
    assert "A6 has a verdict after this answer, whatever it says." in said
    assert "B2 has a verdict after these 6 answers together, whatever they say." in said
    html = "".join(element.proto.body for element in page.get("html"))
    assert "indicator=A6-framework&amp;place=WLD&amp;year=2025" in html


def test_it_can_be_asked_for_what_the_regions_alone_could_open(open_page: Open) -> None:
    said = words(open_page("Sofia", "my-figures", who="regions"))
    assert "B3 has a verdict after these 5 answers together" in said
    assert "A6 has a verdict" not in said


def test_it_follows_the_plan_version_of_the_view(open_page: Open) -> None:
    said = words(open_page("Sofia", "my-figures", plan="2020"))
    assert "A3 has a verdict after this answer, whatever it says." in said


def test_who_may_not_report_is_not_asked(open_page: Open) -> None:
    assert TITLE not in words(open_page("Vera", "my-figures"))
