"""People who act on pages without a browser: who there is, and what they do."""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from store.database import engine
from store.models import Person
from store.partners import organisations
from store.people import identities, people, roles
from store.people.identities import Identity
from store.people.person_draft import PersonDraft
from store.rights.rights import Grant, program
from tests.store.partners.partners import organisation

Open = Callable[..., AppTest]

TODAY = dt.datetime.now(dt.UTC).date()
YESTERDAY = TODAY - dt.timedelta(days=1)
ISSUER = "https://id.example"


@contextmanager
def writing() -> Iterator[Session]:
    """A transaction on the test's own store, beside the app's."""
    made = engine.connect(engine.address())
    with Session(made) as session, session.begin():
        yield session
    made.dispose()


def add(session: Session, name: str, grant: Grant) -> Person:
    """Somebody from a partner organisation, with a role and an identity."""
    office = program("test")
    home = organisations.add(
        session, office, organisation(f"Soil Institute of {name}", known_on=TODAY), TODAY
    )
    person = people.add_person(session, office, PersonDraft(name=name, organisation_id=home.id))
    roles.grant(session, office, person.id or 0, grant, YESTERDAY)
    code = people.invite(session, office, person.id or 0)
    assert identities.bind(session, Identity(ISSUER, name), code) is not None
    return person


def fill(app: AppTest, **typed: str) -> AppTest:
    """Type into fields, named by a part of their keys."""
    for part, text in typed.items():
        [field] = [one for one in (*app.text_input, *app.text_area) if part in str(one.key)]
        field.set_value(text)
    return app.run()


def press(app: AppTest, label: str) -> AppTest:
    """Press a button."""
    [button] = [one for one in app.button if one.label == label]
    return button.click().run()


def upload(
    app: AppTest, kind: str, columns: Sequence[str], rows: Sequence[Mapping[str, str]]
) -> AppTest:
    """Bring rows of a kind as a CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    [field] = [one for one in app.file_uploader if str(one.key).startswith(f"{kind}_file")]
    return field.upload("f.csv", text.getvalue().encode(), "text/csv").run()


def done(app: AppTest) -> list[str]:
    """What the page says was done, or refused."""
    assert not app.exception
    return [box.value.replace("\\", "") for box in (*app.success, *app.error)]


def unfold(app: AppTest, key: str = "follow_up_fold") -> AppTest:
    """Have a fold open in the next run; the test's browser forgets it after each."""
    app.session_state[key] = True
    return app
