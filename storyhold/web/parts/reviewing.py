"""Reviews under a text: what is shown, what may be done with each, and the form for another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from storyhold.accounts.models import Member, PenName
from storyhold.accounts.queries import Viewer
from storyhold.archive.queries import the_archive
from storyhold.reviews.access import (
    may_answer,
    may_delete,
    may_edit,
    may_review,
    must_sign_in_to_review,
)
from storyhold.reviews.models import Review
from storyhold.reviews.queries import MOST_UNDER_A_CHAPTER, reviews_of_chapter
from storyhold.reviews.refusals import ReviewIsEmpty
from storyhold.reviews.rules import ratings_offered
from storyhold.stories.access import is_author, is_writer
from storyhold.stories.models import Chapter, Story
from storyhold.web.parts.guests import TrapForm
from storyhold.web.parts.kept import kept_fields

Deeds = list[tuple[str, str]]  # label, address


class WordsForm(forms.Form):
    """The words of a review or of an answer."""

    text = forms.CharField(
        label=gettext_lazy("Your review"),
        strip=False,
        error_messages={"required": ReviewIsEmpty.message},
        widget=forms.Textarea(attrs={"rows": 7, "dir": "auto"}),
    )


class ReviewForm(WordsForm):
    """A review, with a rating where the archive has one."""

    def __init__(self, data: QueryDict | None = None, **more: object) -> None:
        super().__init__(data, **more)  # type: ignore[arg-type]
        offered = ratings_offered(the_archive().review_rating)
        self.fields["text"].required = not the_archive().ratings_may_stand_alone
        if offered:
            self.fields["rating"] = forms.TypedChoiceField(
                label=_("Your rating"),
                required=False,
                choices=[("", _("No rating")), *((each, str(each)) for each in offered)],
                coerce=int,
                empty_value=None,
                widget=forms.RadioSelect,
            )
            self.order_fields(["rating", "text"])


class MembersReviewForm(ReviewForm):
    """A new review by a member, signed with one of several pen names."""

    def __init__(
        self, pen_names: list[PenName], data: QueryDict | None = None, **more: object
    ) -> None:
        super().__init__(data, **more)
        self._pen_names = {str(each.pk): each for each in pen_names}
        if len(pen_names) > 1:
            default = next((each for each in pen_names if each.is_default), pen_names[0])
            self.fields["pen_name"] = forms.ChoiceField(
                label=_("Sign as"),
                required=False,
                initial=default.pk,
                choices=[(pk, each.name) for pk, each in self._pen_names.items()],
            )
            self.order_fields(["pen_name", "rating", "text"])

    def signature(self, member: Member) -> PenName:
        """Return the pen name chosen, or the default."""
        return self._pen_names.get(self.cleaned_data.get("pen_name", ""), member.pen_name)


class GuestsReviewForm(ReviewForm, TrapForm):
    """A new review by a guest."""

    guest_name = forms.CharField(
        label=gettext_lazy("Your name"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "nickname", "dir": "auto"}),
    )
    field_order = ["guest_name", "rating", "text", "homepage"]


@dataclass(frozen=True)
class ReviewShown:
    """A review with what this viewer may do with it."""

    review: Review
    deeds: Deeds


@dataclass(frozen=True)
class ReviewsSection:
    """All that stands under a text."""

    chapter: Chapter
    shown: list[ReviewShown]
    form: ReviewForm | None  # none for its authors, and for guests who may not
    sign_in: str  # addresses that lead back here, where a member might review
    register: str

    @property
    def write(self) -> str:
        """The address to send a review to."""
        return reverse("reviews:write", args=[self.chapter.story_id, self.chapter.number])

    @property
    def all_of_them(self) -> str:
        """The address of all reviews of the chapter, where not all are shown."""
        if self.chapter.review_count <= MOST_UNDER_A_CHAPTER:
            return ""
        story = reverse("reviews:of_story", args=[self.chapter.story_id])
        return f"{story}?{urlencode({'chapter': self.chapter.number})}"


def reviews_under(request: HttpRequest, story: Story, chapter: Chapter) -> ReviewsSection:
    """Return what stands under a chapter that this viewer was let into.

    `story` comes with its authors. One query where there are reviews, and one for a member.
    """
    writes_it = is_author(request.user, story)
    reviews = reviews_of_chapter(chapter) if chapter.review_count else []
    must_sign_in = must_sign_in_to_review(request.user)
    back = urlencode({"next": f"{request.path}#review"})
    return ReviewsSection(
        chapter=chapter,
        shown=list(with_deeds(reviews, request.user, writes_it=writes_it)),
        form=_form_for_another(request, chapter, writes_it=writes_it),
        sign_in=f"{reverse('account_login')}?{back}" if must_sign_in else "",
        register=f"{reverse('account_signup')}?{back}" if must_sign_in else "",
    )


def _form_for_another(
    request: HttpRequest, chapter: Chapter, *, writes_it: bool
) -> ReviewForm | None:
    if writes_it or is_writer(request.user, chapter) or not may_review(request.user):
        return None
    return review_form(request)


def review_form(request: HttpRequest) -> MembersReviewForm | GuestsReviewForm:
    """Return the form for a review, filled with what was just sent or kept from before."""
    data = request.POST if request.method == "POST" else kept_fields(request)
    if isinstance(request.user, Member):
        return MembersReviewForm(list(request.user.pen_names.all()), data)
    return GuestsReviewForm(data)


def with_deeds(
    reviews: Iterable[Review], viewer: Viewer, *, writes_it: bool
) -> Iterator[ReviewShown]:
    """Yield each review with what the viewer may do; `writes_it`: signs the story. No query."""
    for review in reviews:
        yield ReviewShown(review, list(_deeds(review, viewer, writes_it=writes_it)))


def _deeds(review: Review, viewer: Viewer, *, writes_it: bool) -> Iterator[tuple[str, str]]:
    at = [review.pk]
    answers = may_answer(viewer, review, is_author=writes_it)
    if answers and review.reply_shown:
        yield _("Change the answer"), reverse("reviews:edit_reply", args=at)
        yield _("Delete the answer"), reverse("reviews:delete_reply", args=at)
    elif answers:
        yield _("Answer"), reverse("reviews:reply", args=at)
    if may_edit(viewer, review):
        yield _("Edit"), reverse("reviews:edit", args=at)
    if may_delete(viewer, review, is_author=writes_it):
        yield _("Delete"), reverse("reviews:delete", args=at)
