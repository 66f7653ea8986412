"""Short words that stand by themselves in fields and tables."""

from components.language.text import _c
from store.models import Target, TargetRole, WordingPart
from store.progress import Basis, PathName


def answer(*, is_yes: bool) -> str:
    """Yes or no."""
    return _c("answer", "yes") if is_yes else _c("answer", "no")


def number_kind(role: TargetRole) -> str:
    """What a number of the plan is."""
    if role == TargetRole.BASELINE:
        return _c("number of the plan", "baseline")
    return _c("number of the plan", "target")


def number_basis(row: Target) -> str:
    """What a number of the plan rests on; "" for a target, which is asked."""
    if row.is_context:
        return _c("number of the plan", "context: judges nothing")
    if row.role == TargetRole.TARGET:
        return ""
    return basis(row.basis or Basis.CODED)


def basis(of: Basis) -> str:
    """Where a baseline comes from."""
    if of == Basis.OBSERVED:
        return _c("basis of a baseline", "observed")
    return _c("basis of a baseline", "coded")


def path_name(path: PathName) -> str:
    """A path beside the straight line."""
    if path == PathName.GEOMETRIC:
        return _c("path", "geometric: constant growth")
    return _c("path", "logistic: an S-curve")


def text_kind(part: WordingPart) -> str:
    """What a text of the plan is."""
    if part == WordingPart.TITLE:
        return _c("text of the plan", "title")
    return _c("text of the plan", "aim")


def region_name(place: str) -> str:
    """A region's name where there is room for some seven letters."""
    return {
        "R-AFR": _c("short name of a region", "Africa"),
        "R-APA": _c("short name of a region", "Asia-P."),
        "R-EUR": _c("short name of a region", "Europe"),
        "R-LAC": _c("short name of a region", "Lat. Am."),
        "R-NAM": _c("short name of a region", "N. Am."),
    }[place]
