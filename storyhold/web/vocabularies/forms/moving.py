"""Up and down."""

from django import forms


class Steps(forms.Form):
    """How far something moves in its list: down, or with a negative number up."""

    steps = forms.IntegerField(min_value=-1000, max_value=1000)
