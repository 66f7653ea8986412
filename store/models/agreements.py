"""What the Initiative and its partners signed: memoranda and other agreements, with their terms."""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Link, Source, Text, Title
from store.models.base import Fact


class AgreementFields(SQLModel):
    """With whom something was signed, and from when to when it holds.

    `partners` is as the document names them. `ends_on` is the last day by its printed terms, None
    where it has none or they are not known. `is_network` says whether it is with a network beyond
    one country, which is what D4 counts.
    """

    code: str = Field(max_length=36)
    title: Title
    partners: Title
    is_network: bool = False
    signed_on: dt.date
    ends_on: dt.date | None = None
    source_title: Source
    source_link: Link = ""
    note: Text = ""
    reason: Text = ""


class Agreement(AgreementFields, Fact, table=True):
    """One revision of an agreement; a renewal or a correction supersedes.

    `code` is the same through all revisions.
    """

    SLOT = ("code",)
    RULES = (sa.CheckConstraint("ends_on >= signed_on", name="term"),)
