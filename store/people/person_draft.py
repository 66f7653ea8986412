"""A person as somebody typed them."""

import re
from typing import Annotated

from pydantic import AfterValidator, field_validator

from store.ground.drafts import Draft, Text
from store.ground.errors import InvalidPersonError
from store.models.people import PersonFields

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def _check_name(name: str) -> str:
    if not name:
        raise InvalidPersonError("Fill in the name.")
    return name


Name = Annotated[Text, AfterValidator(_check_name)]


class PersonDraft(PersonFields, Draft):
    """Who may sign in, known by an e-mail address, by an invitation later, or by both."""

    name: Name

    @field_validator("email")
    @classmethod
    def check_email(cls, email: str | None) -> str | None:
        """Write the address in small letters, None for an empty one; refuse what is none."""
        if not email:
            return None
        if not EMAIL.fullmatch(email):
            raise InvalidPersonError("“{email}” is not an e-mail address.", email=email.lower())
        return email.lower()
