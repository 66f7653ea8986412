"""What a draft of a figure refuses by itself."""

import pytest
from pydantic import ValidationError

from tests.store.writing import draft


@pytest.mark.parametrize("text", ["0.45", "45 %", "450,5", " 12 "])
def test_no_text_becomes_a_figure_without_its_unit(text: str) -> None:
    with pytest.raises(ValidationError, match="has to be read in its unit first"):
        draft(value=text)


def test_a_text_that_is_no_number_is_refused_as_such() -> None:
    with pytest.raises(ValidationError, match="is not a number"):
        draft(value="many")
