"""Sentences for people, kept as a template and its parameters so that they can be translated."""

from collections.abc import Sequence
from typing import Any


class Message:
    """A sentence or a word of ours: English with named {places}, and what fills them.

    A parameter that is a `Message` itself is a word of ours too and is translated with it; one
    that is a text stands as it is, a tuple is a list, a date or a number is written as the reader
    writes them.
    """

    __slots__ = ("parameters", "template")

    def __init__(self, template: str, /, **parameters: object) -> None:
        self.template = template
        self.parameters = parameters

    def pack(self) -> list[object]:
        """The sentence as JSON can carry it to another process, where `unpack` makes it whole."""
        return [self.template, self.parameters]

    @classmethod
    def unpack(cls, packed: Sequence[Any]) -> "Message":
        """The sentence that `pack` took apart."""
        template, parameters = packed
        return cls(template, **parameters)

    def filled(self, **parameters: object) -> "Message":
        """The same with more places filled, or filled otherwise."""
        return Message(self.template, **(self.parameters | parameters))

    def __str__(self) -> str:
        """The English sentence, for logs and the command line."""
        filled = {name: _plain(value) for name, value in self.parameters.items()}
        return self.template.format(**filled) if filled else self.template

    def __eq__(self, other: object) -> bool:
        """Whether both say the same."""
        return isinstance(other, Message) and str(self) == str(other)

    def __hash__(self) -> int:
        """By what it says."""
        return hash(str(self))

    def __repr__(self) -> str:
        """As the failure of a test shows it."""
        return f"Message({str(self)!r})"


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_plain(item) for item in value)
    return str(value)
