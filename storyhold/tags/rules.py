"""Decisions about tags and gates, on plain values."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


def tag_key(name: str) -> str:
    """Return what two spellings of one tag share."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


class Gate(StrEnum):
    """What stands between a reader and a rated text."""

    SIGN_IN = "sign_in"
    AGE = "age"
    WARNING = "warning"


@dataclass(frozen=True)
class Passed:
    """The gates one reader has gone through: on this device, or by what a member told us."""

    signed_in: bool = False
    age: bool = False
    warnings: Collection[int] = ()  # ids of ratings whose warning was accepted


def gates_ahead(
    *,
    rating_id: int,
    must_sign_in: bool,
    must_confirm_age: bool,
    must_accept_warning: bool,
    passed: Passed,
) -> list[Gate]:
    """Return the gates this reader still has to pass, in the order to ask."""
    ahead = []
    if must_sign_in and not passed.signed_in:
        ahead.append(Gate.SIGN_IN)
    if must_confirm_age and not passed.age:
        ahead.append(Gate.AGE)
    if must_accept_warning and rating_id not in passed.warnings:
        ahead.append(Gate.WARNING)
    return ahead
