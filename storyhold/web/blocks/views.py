"""Composing the first page, and the side of every page."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from storyhold.blocks import actions
from storyhold.blocks.access import blocks_composed_by
from storyhold.blocks.models import Block, Kind
from storyhold.blocks.queries import all_blocks
from storyhold.common.refusal import Refusal
from storyhold.web.blocks.forms import BlockForm
from storyhold.web.parts.blocks import forget_side
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.office import for_archivists, office_page
from storyhold.web.parts.refused import add_refusal


@require_safe
@for_archivists
def desk(request: HttpRequest) -> HttpResponse:
    """List the blocks where they stand, and the sorts that can be added."""
    blocks = all_blocks()
    context = {"blocks": blocks, "is_first": not blocks[0].pk, "kinds": Kind.choices}
    return office_page(request, "blocks/desk.html", context)


@require_POST
@for_archivists
def compose(request: HttpRequest) -> HttpResponse:
    """Write down the blocks of a new archive, so that they can be changed."""
    actions.make_first_blocks()
    messages.success(request, _("They can be changed now."))
    return redirect("blocks:desk")


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def new(request: HttpRequest, kind: str) -> HttpResponse:
    """Add a block of this sort."""
    if kind not in Kind.values:
        raise Http404
    typed = request.POST if request.method == "POST" else kept_fields(request)
    form = BlockForm(kind, typed)
    if request.method == "POST" and form.is_valid():
        try:
            block = actions.add_block(kind=kind, **form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return _saved(request, block)
    return _page(request, form, Kind(kind))


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
@gives_back(BlockForm)
def edit(request: HttpRequest, block: int) -> HttpResponse:
    """Change where a block stands, and its options."""
    kept = get_object_or_404(blocks_composed_by(request.user), pk=block)
    so_far = {name: getattr(kept, name, "") for name in BlockForm.base_fields}
    typed = request.POST if request.method == "POST" else kept_fields(request)
    form = BlockForm(kept.kind, typed, initial=so_far | {"text": kept.source})
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_block(kept, **form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return _saved(request, kept)
    return _page(request, form, Kind(kept.kind))


def _saved(request: HttpRequest, block: Block) -> HttpResponse:
    forget_side()
    messages.success(request, _("“%s” is saved.") % block.heading)
    return redirect("blocks:desk")


def _page(request: HttpRequest, form: BlockForm, kind: Kind) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return office_page(request, "blocks/block.html", {"form": form, "kind": kind}, status=status)


@require_POST
@for_archivists
def up(request: HttpRequest, block: int) -> HttpResponse:
    """Move a block before the one above it."""
    return _move(request, block, steps=-1)


@require_POST
@for_archivists
def down(request: HttpRequest, block: int) -> HttpResponse:
    """Move a block behind the one below it."""
    return _move(request, block, steps=1)


def _move(request: HttpRequest, block: int, *, steps: int) -> HttpResponse:
    moved = get_object_or_404(blocks_composed_by(request.user), pk=block)
    actions.move_block(moved, steps=steps)
    forget_side()
    return redirect("blocks:desk")


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def delete(request: HttpRequest, block: int) -> HttpResponse:
    """Ask, then remove a block."""
    doomed = get_object_or_404(blocks_composed_by(request.user), pk=block)
    if request.method == "POST":
        actions.delete_block(doomed)
        forget_side()
        messages.success(request, _("“%s” is gone.") % doomed.heading)
        return redirect("blocks:desk")
    return office_page(request, "blocks/delete.html", {"block": doomed})
