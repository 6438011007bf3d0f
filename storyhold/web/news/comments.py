"""Commenting on news."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from storyhold.common.refusal import Refusal
from storyhold.news import actions
from storyhold.news.access import comments_deletable_by, comments_editable_by, news_visible_to
from storyhold.news.models import Comment
from storyhold.web.news.forms import CommentText, NewComment
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, signed_in, the_member
from storyhold.web.parts.refused import add_refusal


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(CommentText)
def write(request: HttpRequest, news: int) -> HttpResponse:
    """Show the form for a comment on a page of its own, or send one."""
    item = get_object_or_404(news_visible_to(request.user), pk=news)
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = NewComment(the_member(request), data)
    if request.method == "POST" and form.is_valid():
        try:
            comment = actions.write_comment(item, by=form.signature, text=form.cleaned_data["text"])
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your comment is here."))
            return redirect(place_of(comment))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "item": item, "back": item.get_absolute_url()}
    return render(request, "news/write_comment.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(CommentText)
def edit(request: HttpRequest, comment: int) -> HttpResponse:
    """Show one's comment in a form, or save what is in it."""
    own = comments_editable_by(request.user).select_related("item", "pen_name")
    mine = get_object_or_404(own, pk=comment)
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = CommentText(data, initial={"text": mine.source})
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_comment(mine, text=form.cleaned_data["text"])
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your comment is changed."))
            return redirect(place_of(mine))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "item": mine.item, "back": place_of(mine)}
    return render(request, "news/write_comment.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def delete(request: HttpRequest, comment: int) -> HttpResponse:
    """Ask whether a comment should go; sent by POST, delete it."""
    deletable = comments_deletable_by(request.user).select_related("item", "pen_name")
    found = get_object_or_404(deletable, pk=comment)
    if request.method == "POST":
        actions.delete_comment(found)
        messages.success(request, _("The comment is deleted."))
        return redirect(f"{found.item.get_absolute_url()}#comments")
    context = {"comment": found, "back": place_of(found)}
    return render(request, "news/delete_comment.html", context)


def place_of(comment: Comment) -> str:
    """Return the address at which the comment stands."""
    return f"{comment.item.get_absolute_url()}#comment-{comment.pk}"
