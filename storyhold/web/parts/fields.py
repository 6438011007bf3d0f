"""Fields for what people write.

None of them tells the browser its limit: a browser that knows it cuts off what is pasted without
a word. What is too long comes here whole, and goes back whole with a sentence.
"""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from storyhold.prose.one_line import one_line

NUL = _(
    "There is a character in this that cannot be kept (a NUL, perhaps from a damaged file). It is "
    "shown as � or left out now. Nothing else was lost: look it over and send it again."
)
TOO_LONG = _(
    "This has %(show_value)d characters, and %(limit_value)d fit here. Nothing was saved, and all "
    "of it is still here. Shorten it and send it again."
)


class Line(forms.CharField):
    """A title or name: one line, and nothing invisible in it."""

    def __init__(self, *, longest: int, **options: Any) -> None:
        super().__init__(**options)
        self.validators.append(MaxLengthValidator(longest, TOO_LONG))
        self.widget.attrs.setdefault("dir", "auto")

    def to_python(self, value: Any) -> Any:
        """Return the line as it will be kept; its length is measured so."""
        return one_line(super().to_python(value) or "")


class LongText(forms.CharField):
    """Text of any number of lines, kept letter for letter."""

    widget = forms.Textarea

    def __init__(self, *, longest: int, rows: int = 4, **options: Any) -> None:
        super().__init__(strip=False, **options)
        self.error_messages["null_characters_not_allowed"] = NUL
        self.validators.append(MaxLengthValidator(longest, TOO_LONG))
        self.widget.attrs["rows"] = rows
        self.widget.attrs.setdefault("dir", "auto")


class LongSelect(forms.Select):
    """A choice from hundreds: written at once, where Django's takes a template for each option."""

    template_name = "parts/long_select.html"

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        """Render by a template of ours, which Django's renderer of forms does not find."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))
