"""Which texts say something, in any script, and which only fill a field."""

import pytest

from store.ground import texts


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "---", "...", "n/a", "N/A", "#N/A", "#REF!", "#DIV/0!", "none", "NULL", "nil"),
        *("néant", "Neant", "s/o", "S.O.", "xxx", "XXXX", "tbd", "T.B.D.", "?", "12345", "ab"),
        *("aucune", "ninguno", "no data", "sin datos", "ｎ／ａ", "\u200b\u200b\u200b"),
    ],
)
def test_what_fills_a_field_says_nothing(text: str) -> None:
    assert not texts.says_something(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Why", "Log", "No log was kept", "Pas de registre", "Sin registro", "Não há dados"),
        *("无数据可用", "没有登记", "لا توجد بيانات", "нет данных", "डेटा नहीं", "데이터 없음"),
    ],
)
def test_words_of_any_script_say_something(text: str) -> None:
    assert texts.says_something(text)
