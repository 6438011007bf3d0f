"""A room's no, shown where it belongs on the form."""

from django import forms

from storyhold.common.refusal import Refusal


def add_refusal(form: forms.BaseForm, refusal: Refusal) -> None:
    """Put the sentence beside the field it is about, or above a form without that field.

    The form must have been checked (`is_valid`) before; what was typed stays in it.
    """
    field = refusal.field if refusal.field in form.fields else None
    form.add_error(field, str(refusal))
