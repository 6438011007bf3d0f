"""How any room says no."""

from typing import ClassVar


class Refusal(Exception):  # noqa: N818 — an answer, not an error
    """A no, in a sentence for the person who asked: what happened, what is safe, what to do.

    A room derives one class per reason in its `refusals.py` and gives it a `message`, whose
    `{names}` are filled from the keyword arguments. `field` names the form field beside which
    the sentence belongs, or is empty where it belongs to the whole form.
    """

    message: ClassVar[object]  # a string, or one that is translated when it is read
    field: str = ""  # a refusal about one of many fields sets its own

    def __init__(self, **facts: object) -> None:
        super().__init__(facts)
        self.facts = facts

    def __str__(self) -> str:
        return str(self.message).format(**self.facts)
