"""Which texts say something, in any script, and which only fill a field."""

import pytest

from store.ground import texts
from store.ground.errors import InvalidTextError


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "---", "...", "n/a", "N/A", "#N/A", "#REF!", "#DIV/0!", "none", "NULL", "nil"),
        *("néant", "Neant", "s/o", "S.O.", "xxx", "XXXX", "tbd", "T.B.D.", "?", "12345", "ab"),
        *("aucune", "ninguno", "no data", "sin datos", "ｎ／ａ", "\u200b\u200b\u200b"),
        *("Aucune donnée", "pas de données", "No hay datos", "missing data", "non applicable"),
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


@pytest.mark.parametrize(
    "link",
    [
        *("http://", "https:///report", "https://?q=1", "https://.", "https://a site.org/"),
        *("https://example.org/the report", "x.org", "ftp://example.org", "javascript:alert(1)"),
    ],
)
def test_a_link_that_leads_nowhere_is_refused(link: str) -> None:
    is_of_the_web = link.startswith(texts.SCHEMES)
    why = "leads nowhere: the name of a site follows" if is_of_the_web else "A link starts with"
    with pytest.raises(InvalidTextError, match=why):
        texts.check_link(link)


@pytest.mark.parametrize(
    "link",
    [
        *("", "https://example.org", "http://localhost:8501/report", "https://doi.org/10.5/a(1)"),
        *("https://[2001:db8::1]/a", "https://例え.jp/報告", "https://example.org?a=1#b"),
    ],
)
def test_a_link_to_a_page_is_kept(link: str) -> None:
    assert texts.check_link(link) == link
