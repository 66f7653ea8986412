"""What the pledges name: one chart for the page Soil carbon and for Objective A1."""

from functools import partial

import pandas as pd

from components.exhibits import section
from components.exhibits.exhibit import Exhibit, Missing, Panel, kept
from components.language.text import _, day, number
from components.pledges import words_chart
from components.reader import cache
from components.reader.view import View
from store.ledger.knowledge import Until
from store.ndc import counts, ndc
from store.ndc.counts import Counts

OBJECTIVE = "A1"
KEY = "soil_pledges"


def show(view: View) -> None:
    """Draw the chart, or why the day has none."""
    section.show(exhibit(view.until))


@kept
def exhibit(until: Until) -> Exhibit | Missing:
    """The chart; before the texts were screened the sentence that says so."""
    counted = counts.known(until)
    called = _("In the pledges")
    if counted is None:
        why = _(
            "Not yet known on {day}: the texts were screened on {known_on}.",
            day=day(until.as_of),
            known_on=day(ndc.SCREENED_ON),
        )
        return Missing(KEY, called, why)
    draw = partial(
        words_chart.build,
        rows=len(counted.groups),
        parties=counted.parties,
        invented=cache.is_invented(),
    )
    data = words_chart.frame(counted)
    return Exhibit(
        key=KEY,
        name=called,
        title=_title(counted),
        reading=_(
            "A keyword screen, not a reading: a word is no target. Of {all} Parties with a first"
            " and a later text, the European Union counted once.",
            all=number(counted.parties),
        ),
        panels=(Panel(data, draw),),
        alt=_describe(counted, data),
        caption=_(
            "Half of the texts now have more than {now} words, once {then}. The 28 Parties of the"
            " plan (Wiese et al. 2021) were read, this is words: different things. No figure of"
            " objective A1 is made of it.",
            now=number(counted.newest_words, 0),
            then=number(counted.first_words, 0),
        ),
        caveats=(
            _(
                "Texts: Climate Watch. 2023. Washington, DC: World Resources Institute,"
                " climatewatchdata.org, CC BY 4.0; original documents: UNFCCC NDC Registry. None of"
                " them endorses this use."
            ),
            _("Machine translations have no status under the UNFCCC. Patterns miss texts."),
            _("What is promised, regretted or only defined is not told apart."),
        ),
        table=_table(counted),
        sources=(ndc.TEXTS,),
    )


def _title(counted: Counts) -> str:
    of = counted.of(words_chart.LARGE)
    return _(
        "At least {newest} Parties name soil carbon, in the first round at least {first}; the texts"
        " are {times} times as long",
        newest=number(of.newest),
        first=number(of.first),
        times=number(counted.newest_words / counted.first_words, 0),
    )


def _describe(counted: Counts, data: pd.DataFrame) -> str:
    each = "; ".join(dict.fromkeys(data["tooltip"]))
    return _("{title}. {groups}.", title=_title(counted), groups=each)


def _table(counted: Counts) -> pd.DataFrame:
    """The groups of words; by country they stand in the worksheet of the objective."""
    named = words_chart.names()
    return pd.DataFrame(
        [
            {
                _("Words, keyword screen, not a reading"): named[group.group],
                _("Parties at first"): group.first,
                _("Parties now"): group.newest,
                _("Of Parties"): counted.parties,
            }
            for group in counted.groups
        ]
    )
