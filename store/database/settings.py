"""What a store says of itself: whether its figures were made up."""

from sqlmodel import Session

from store.models import Setting


def is_invented(session: Session) -> bool:
    """Whether the store's figures were made up for a demonstration."""
    setting = session.get(Setting, "figures")
    return setting is not None and setting.value == "invented"
