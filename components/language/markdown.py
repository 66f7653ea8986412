"""Text from people made literal for Streamlit's markdown: no link, image or formatting survives."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$:~^=&\"'@/%,;?])")
_AUTOLINK = re.compile(r"(https?|ftp|www|mailto|xmpp)(?=\\[:.])", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_WORD_JOINER = "\u2060"


def escape(text: str) -> str:
    """Escape every mark, and break what the front end would turn into a link by itself."""
    escaped = _SPECIAL.sub(r"\\\1", _CONTROL.sub(" ", text).strip())
    broken = _AUTOLINK.sub(lambda match: f"{match[0][:-1]}{_WORD_JOINER}{match[0][-1]}", escaped)
    return broken.replace("\\@", f"{_WORD_JOINER}\\@")
