"""What the private world holds: one of each thing that an address can ask for.

Every function returns what to put into addresses, by the name of their parameter.
"""

from collections.abc import Callable, Mapping
from io import BytesIO

from django.utils.timezone import now
from PIL import Image

from storyhold.accounts.e_readers import make_reader_password
from storyhold.accounts.models import Member
from storyhold.betas.actions import leave_note, lend
from storyhold.blocks.actions import add_block
from storyhold.bookmarks.actions.keeping import Said, keep
from storyhold.challenges.actions import answer_with, pose_challenge
from storyhold.circulars.actions.wording import Said as Written
from storyhold.circulars.actions.wording import write_circular
from storyhold.claims.actions.asking import ask_for
from storyhold.claims.actions.giving import hand_over
from storyhold.claims.models import Unclaimed
from storyhold.illustrations.actions import add_illustration
from storyhold.importers.models import Move, OldNumber, Stage, Undertaking
from storyhold.moderation.actions.keeping import report_page, write_to_archive
from storyhold.moderation.actions.messages import send_message
from storyhold.news.actions import write_comment, write_news
from storyhold.notices.actions import tell
from storyhold.notices.models import Notice
from storyhold.notices.wishes import Stop
from storyhold.pages.actions import add_link, write_page
from storyhold.polls.actions import open_poll
from storyhold.profiles.actions import add_field
from storyhold.reading.actions.shelving import put_on_shelf, write_note
from storyhold.reading.models import Shelf
from storyhold.reviews.actions.answers import reply_to
from storyhold.series.actions import add_story, create_series
from storyhold.shoutbox.actions import shout
from storyhold.stories.actions.authorship import invite_co_author
from storyhold.stories.actions.submitting import hold
from storyhold.stories.models import Chapter, Story
from storyhold.tags.actions import add_tag
from storyhold.tags.models import Rating, TagKind
from tests.cast import make_chapter, make_member, make_review, make_story

SECRET = "ZAUNKOENIG"  # stands in everything that only the draft's authors may read

Ids = dict[str, object]


def of_writing(ada: Member, dora: Member, *, rating: str) -> Ids:
    """Ada's story with its chapters, reviews, series and tag, and what Dora left there."""
    tag = add_tag(TagKind.objects.get(key="freeform"), f"{SECRET} tag")
    story = make_story(
        author=ada,
        title=f"{SECRET} story",
        public=True,
        chapters=2,
        text=f"{SECRET} text",
        summary=f"{SECRET} summary",
        tags={"freeform": [tag.name]},
        rating=Rating.objects.get(name=rating),
    )
    chapter = story.chapters.get(number=1)
    review = make_review(chapter, by=dora, text=f"{SECRET} review")
    reply_to(review, by=ada.pen_name, text=f"{SECRET} reply")
    series = create_series(title=f"{SECRET} series", summary="", mode="closed", by=ada.pen_name)
    item = add_story(series, story, by=ada.pen_name)
    make_chapter(story, author=ada, title=f"{SECRET} draft chapter")
    invitation = invite_co_author(story, name="Dora")
    return {
        "story": story.pk,
        "chapter": chapter.pk,
        "number": 1,
        "review": review.pk,
        "series": series.pk,
        "item": item.pk,
        "tag": tag.pk,
        "kind": "freeform",
        "pen_name": ada.pen_name.pk,
        "authorship": invitation.pk,
        "revision": 1,
        "member": dora.pk,
        "uidb36": "1",
        "key": "set-password",
        "invitation": invitation.pk,
        "letter": 1,
    }


def of_notices(people: Mapping[str, Member], ids: Ids) -> Ids:
    """What Ada was told about the story."""
    path = f"/stories/{ids['story']}/"
    tell([people["ada"]], "review", about="review:0", path=path, reader="Dora", title=SECRET)
    stop = Stop(people["ada"].pk, ("review",))
    return {"notice": Notice.objects.get(about="review:0").pk, "stop": stop.token}


def of_moderation(people: Mapping[str, Member], ids: Ids) -> Ids:
    """What Dora reported, asked the archive, and wrote to Ada."""
    ada, dora = people["ada"].pen_name, people["dora"].pen_name
    report = report_page("/about/", reason="bug", text="It is upside down.", by=dora)
    inquiry = write_to_archive(subject="Hello", text="Who are you?", by=dora)
    message = send_message(ada, by=dora, subject=f"{SECRET} subject", text=f"{SECRET} words")
    return {"report": report.pk, "inquiry": inquiry.pk, "message": message.pk}


def of_waiting(people: Mapping[str, Member], _ids: Ids) -> Ids:
    """A story of Dora's that waits for a moderator, and for nobody else."""
    story = make_story(author=people["dora"], title="Dora’s first story")
    chapter = story.chapters.get()
    hold(chapter, story)
    return {"held": chapter.pk}


def of_news(people: Mapping[str, Member], ids: Ids) -> Ids:
    """A piece of news by the archivist, with a comment of Dora's; and a draft nobody asks for."""
    wren, dora = people["wren"].pen_name, people["dora"].pen_name
    item = write_news(title="The cellar is dry", text="Come in.", by=wren, published_at=now())
    comment = write_comment(item, by=dora, text="At last.")
    return {"news": item.pk, "comment": comment.pk}


def of_pages(people: Mapping[str, Member], ids: Ids) -> Ids:
    """A page for members, and a link at the foot of every page."""
    page = write_page(title="Help", text="Ask Wren.", audience="members", foot_place=1)
    link = add_link(text="The old archive", address="/about/", audience="all", foot_place=2)
    return {"slug": page.slug, "custom_page": page.pk, "link": link.pk}


def of_challenges(people: Mapping[str, Member], ids: Ids) -> Ids:
    """A challenge of Ada's, which her story answers."""
    ada = people["ada"]
    challenge = pose_challenge(title="One lamp", summary="And a tide.", tags=[], by=ada.pen_name)
    answer_with(challenge, [Story.objects.get(pk=ids["story"])], by=ada)
    return {"challenge": challenge.pk, "answer": challenge.answers.get().pk}


def of_keeping(people: Mapping[str, Member], ids: Ids) -> Ids:
    """What Ada keeps for herself of Dora's."""
    story = make_story(author=people["dora"], title="Kept by Ada", public=True)
    comment = f"{SECRET} comment"
    bookmark = keep(story, Said(comment=comment, is_public=False), by=people["ada"].pen_name)
    return {"bookmark": bookmark.pk, "author": people["ada"].pen_name.pk}


def of_betas(people: Mapping[str, Member], ids: Ids) -> Ids:
    """A link to Ada's chapter with a note; and the secret of one to a draft of Dora's."""
    chapter = Chapter.objects.get(pk=ids["chapter"])
    link, _token = lend(chapter.story, chapter, by=people["ada"])
    note = leave_note(link, chapter, text=f"{SECRET} note", paragraph=1)
    _link, token = lend(make_story(author=people["dora"], title="Dora’s draft"), by=people["dora"])
    return {"draft_link": link.pk, "note": note.pk, "token": token}


def of_illustrations(people: Mapping[str, Member], _ids: Ids) -> Ids:
    """A picture that Ada brought."""
    drawn = BytesIO()
    Image.new("RGB", (4, 4)).save(drawn, "PNG")
    brought = add_illustration(
        people["ada"], drawn.getvalue(), file_name="map.png", description=f"{SECRET} map"
    )
    return {"illustration": brought.pk}


def of_imports(_people: Mapping[str, Member], _ids: Ids) -> Ids:
    """An old archive that was rehearsed; and no file of a report."""
    rehearsed = Undertaking.objects.create(sources=["dump.sql"], stage=Stage.REHEARSED)
    return {"undertaking": rehearsed.pk, "name": "report", "ending": "epub"}


def of_vocabularies(_people: Mapping[str, Member], _ids: Ids) -> Ids:
    """A rating that somebody's story has; and no picture."""
    return {"rating": Rating.objects.get(name="General").pk, "picture": "0" * 24}


def of_profiles(people: Mapping[str, Member], ids: Ids) -> Ids:
    """A field of every profile."""
    return {"field": add_field(label="Favorite book", kind="text").pk}


def of_polls(_people: Mapping[str, Member], _ids: Ids) -> Ids:
    """A question that is open to all members."""
    return {"poll": open_poll(question="Tea or coffee?", choices=["Tea", "Coffee"]).pk}


def of_shoutbox(people: Mapping[str, Member], _ids: Ids) -> Ids:
    """Dora called something out."""
    return {"shout": shout("The tide is in!", by=people["dora"].pen_name).pk}


def of_blocks(people: Mapping[str, Member], ids: Ids) -> Ids:
    """A block at the side of every page, of stories that lists show."""
    return {"block": add_block(kind="newest", place="everywhere").pk}


def of_old_addresses(_people: Mapping[str, Member], ids: Ids) -> Ids:
    """The address that Ada's story had in an archive that moved in, and that archive's."""
    move = Move.objects.create(site="old", address="https://old.example/fanfic")
    OldNumber.objects.create(move=move, kind="story", old="71", new=int(str(ids["story"])))
    return {"path": "fanfic/viewstory.php?sid=71", "folder": "fanfic/"}


def of_circulars(_people: Mapping[str, Member], _ids: Ids) -> Ids:
    """A letter to all members that nobody has sent yet."""
    return {"circular": write_circular(Written(subject="New rules", text="Read them.")).pk}


def of_claims(people: Mapping[str, Member], _ids: Ids) -> Ids:
    """Eve's account, which waits for her; Dora says that it is hers; and a link to it."""
    eve = Unclaimed.objects.create(member=make_member("Eve"), why="password")
    claim = ask_for(eve, words="It is me.", by=people["dora"].pen_name)
    token = hand_over(eve, email="eve@example.org", link=str)
    return {"unclaimed": eve.pk, "claim": claim.pk, "handover_token": token}


def of_catalogs(people: Mapping[str, Member], _ids: Ids) -> Ids:
    """A file of the sitemap, and what Ada's e-reader knows."""
    made, _words = make_reader_password(people["ada"], device="The Kobo")
    return {"part": "stories", "place": 0, "reader_password": made.pk}


def of_reading(people: Mapping[str, Member], _ids: Ids) -> Ids:
    """A story of Dora's on a shelf of Ada's, with a note."""
    story = make_story(author=people["dora"], title="For the train", public=True)
    progress = put_on_shelf(story, Shelf.LATER, by=people["ada"])
    write_note(progress, f"{SECRET} note for myself")
    return {"entry": progress.pk, "shelf": "later"}


# What each other room adds, from the people by name and the ids so far.
OF_OTHER_ROOMS: list[Callable[[Mapping[str, Member], Ids], Ids]] = [
    of_blocks,
    of_betas,
    of_catalogs,
    of_challenges,
    of_circulars,
    of_claims,
    of_illustrations,
    of_imports,
    of_keeping,
    of_news,
    of_moderation,
    of_notices,
    of_old_addresses,
    of_pages,
    of_polls,
    of_reading,
    of_shoutbox,
    of_vocabularies,
    of_waiting,
    of_profiles,
]
