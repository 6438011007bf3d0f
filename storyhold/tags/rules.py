"""Decisions about tags and gates, on plain values."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

LONGEST_TAG = 150  # letters


def tag_key(name: str) -> str:
    """Return what two spellings of one tag share."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def is_short_enough(name: str) -> bool:
    """Whether it can be a tag's name; the key may be longer than the name."""
    return max(len(name), len(tag_key(name))) <= LONGEST_TAG


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


class Gates(Protocol):
    """What a rating asks of readers."""

    must_sign_in: bool
    must_confirm_age: bool
    must_accept_warning: bool


def is_laxer(gates: Gates, *, than: Gates) -> bool:
    """Whether a reader passes these gates without something that the others ask."""
    return (
        (than.must_sign_in and not gates.must_sign_in)
        or (than.must_confirm_age and not gates.must_confirm_age)
        or (than.must_accept_warning and not gates.must_accept_warning)
    )
