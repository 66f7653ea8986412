"""What a store says of itself."""

from sqlmodel import Field, SQLModel

from store.models.base import one_of


class Setting(SQLModel, table=True):
    """One fact about this store: `figures` is `reported`, or `invented` in a demonstration."""

    __table_args__ = (one_of("key", "figures"),)

    key: str = Field(primary_key=True, max_length=40)
    value: str
