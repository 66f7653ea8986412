"""Samplings by sheet: all rows or none, and what is wrong with them said at its cell."""

import pytest

from store.sheets.samplings import COLUMNS
from tests.pages.acting import Open, done, upload
from tests.pages.sampling_hand import FIELD, YEARS, on_record
from tests.pages.words import words


def test_three_samplings_over_eight_years_by_sheet(open_page: Open) -> None:
    rows = [
        FIELD | {"year": year, "stock": stock, "standard_error": error}
        for year, stock, error in YEARS
    ]
    page = upload(
        open_page("Sofia", "samplings", folds="samplings_fold"), "samplings", COLUMNS, rows
    )
    assert "3 to send, 0 unchanged, 0 with a problem." in words(page)
    page.button(key="samplings_write").click().run()
    assert done(page) == ["3 samplings were sent and wait for a review."]
    assert on_record() == [(2016, 30.0), (2020, 31.5), (2024, 34.0)]
    again = upload(
        open_page("Sofia", "samplings", folds="samplings_fold"), "samplings", COLUMNS, rows
    )
    assert "0 to send, 3 unchanged" in words(again)


@pytest.mark.parametrize(
    ("news", "sentence"),
    [
        ({"depth_to": ""}, "Without a depth a stock means nothing"),
        ({"laboratory": "by eye"}, "“by eye” is none of these: dry combustion"),
        ({"carbon_brought": "perhaps"}, "Write “yes” or “no”."),
        ({"country": "Bening"}, "Did you mean Benin (BEN)?"),
        ({"year": "2999"}, "is no year of a sampling"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_said_and_nothing_sent(
    open_page: Open, news: dict[str, str], sentence: str
) -> None:
    row = FIELD | {"year": "2016", "stock": "30", "standard_error": "1.2"}
    rows = [row | news, row | {"year": "2020"}]
    page = upload(
        open_page("Sofia", "samplings", folds="samplings_fold"), "samplings", COLUMNS, rows
    )
    html = "".join(element.proto.body for element in page.get("html"))
    assert sentence in html
    assert on_record() == []
