"""Text that XML 1.0 can carry."""

import re

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text; a character that no XML file may hold becomes the sign for an unknown one."""
    return _ILLEGAL.sub("\ufffd", text)
