"""An index kept by tantivy, in a folder of its own.

A story is a document with all its words, and each of its chapters is one more. The first kind says
which stories are found, so that words may stand in different chapters and a story is listed once;
the second, in which chapters.
"""

import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import tantivy
from tantivy import Document, Occur, Query

from storyhold.search.index import LostIndexError, Where, Work
from storyhold.search.question import Question, Term
from storyhold.search.words import for_index

# Another number, another folder: an index of an older version is not read but made anew.
FORM = 1
# The least that tantivy takes. More would make an index a little sooner, on a bigger machine.
HEAP = 15_000_000
LONGEST_WORD = 200  # bytes; longer ones cannot be found

FIELDS = {
    Where.EVERYTHING: {"title": 6.0, "authors": 4.0, "tags": 3.0, "summary": 2.0, "text": 1.0},
    Where.TITLE: {"title": 1.0},
    Where.SUMMARY: {"title": 3.0, "summary": 1.0},
    Where.AUTHOR: {"authors": 1.0},
    Where.TEXT: {"text": 1.0},
}
OF_CHAPTER = {"chapter_text": 1.0}
FOR_WHOLE_TITLE = 10.0
_Words = list[str | tuple[int, str]]  # as tantivy's phrases take them
# Between two names or chapters, so that no phrase runs from one into the other.
END = " 0end0 "


class TantivyIndex:
    """Stories in a folder; see `storyhold.search.index`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / f"form-{FORM}"
        self._opening = Lock()
        self._state: tuple[int, int] | None = None
        self._index: tantivy.Index | None = None

    def find(self, question: Question, where: Where) -> Sequence[tuple[int, int]]:
        """Return ids and versions of the stories, the best first, each once."""
        with _telling_of_loss():
            return self._stories(self._searcher(), _stories_for(question, where))

    def chapters(
        self, question: Question, stories: Collection[int], *, most: int
    ) -> dict[int, tuple[list[int], int]]:
        """Return for each story its best chapters, and how many have any of the words."""
        found = {}
        with _telling_of_loss():
            searcher, having = self._searcher(), _any(question.sought, OF_CHAPTER)
            for story in stories:
                best = searcher.search(_all([_of(story), having]), most)
                if best.hits:
                    ids = _numbers(searcher, "chapter", [hit for _score, hit in best.hits])
                    found[story] = ids, _count(best)
        return found

    def put(self, works: Iterable[Work]) -> list[int]:
        """Take stories in, in place of what was there of them, and return their ids."""
        taken = []
        with _telling_of_loss():
            with self._writer() as writer:
                for work in works:
                    writer.delete_documents_by_term("key", str(work.story_id))
                    for document in _documents(work):
                        writer.add_document(document)
                    taken.append(work.story_id)
                writer.commit()
            self._check(taken)
        return taken

    def drop(self, stories: Collection[int]) -> None:
        """Forget stories."""
        with _telling_of_loss(), self._writer() as writer:
            for story in stories:
                writer.delete_documents_by_term("key", str(story))
            writer.commit()

    def held(self) -> dict[int, int]:
        """Return which stories are there, with their versions."""
        with _telling_of_loss():
            return dict(self._stories(self._searcher(), _IS_STORY))

    def clear(self) -> None:
        """Begin anew, with nothing; of other forms, nothing stays."""
        shutil.rmtree(self.folder.parent, ignore_errors=True)
        self.folder.mkdir(parents=True)
        tantivy.Index(SCHEMA, path=str(self.folder))

    def _stories(self, searcher: tantivy.Searcher, query: Query) -> list[tuple[int, int]]:
        hits = searcher.search(query, limit=max(1, searcher.num_docs), count=False).hits
        places = [place for _score, place in hits]
        ids, versions = (_numbers(searcher, field, places) for field in ("story", "version"))
        return list(zip(ids, versions, strict=True))

    def _searcher(self) -> tantivy.Searcher:
        with self._opening:
            facts = (self.folder / "meta.json").stat()
            state = facts.st_ino, facts.st_mtime_ns
            if self._index is None:
                self._index = tantivy.Index.open(str(self.folder))
                self._index.config_reader("manual")  # else a thread would look all the time
            if state != self._state:
                self._index.reload()
                self._state = state
            return self._index.searcher()

    @contextmanager
    def _writer(self) -> Iterator[tantivy.IndexWriter]:
        """Give a writer and take it back, so that between two its memory is free."""
        index = tantivy.Index.open(str(self.folder))
        index.register_tokenizer("words", _ANALYZER)
        writer = index.writer(heap_size=HEAP, num_threads=1)
        yield writer
        writer.wait_merging_threads()

    def _check(self, stories: Collection[int]) -> None:
        """Make sure that all are there: after a fault, tantivy drops what comes in silence."""
        keys = Query.term_set_query(SCHEMA, "key", [str(story) for story in stories])
        there = _count(self._searcher().search(_all([keys, _IS_STORY]), limit=1))
        if there != len(set(stories)):
            raise LostIndexError(f"{there} of {len(set(stories))} stories are there")


def _schema() -> tantivy.Schema:
    schema = tantivy.SchemaBuilder()
    # Found by it to be deleted: by a number, tantivy would delete nothing.
    schema.add_text_field("key", tokenizer_name="raw", index_option="basic")
    schema.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    for number in ("story", "version", "chapter"):
        schema.add_integer_field(number, fast=True)
    for words in ("title", "summary", "authors", "tags", "text", "chapter_text"):
        schema.add_text_field(words, tokenizer_name="words")
    return schema.build()


SCHEMA = _schema()
_ANALYZER = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    .filter(tantivy.Filter.remove_long(LONGEST_WORD))
    .filter(tantivy.Filter.lowercase())
    .build()
)
_IS_STORY = Query.term_query(SCHEMA, "kind", "story", "basic")


def _documents(work: Work) -> Iterator[Document]:
    texts = [(chapter, for_index(text)) for chapter, text in work.chapters]
    ids = {"key": str(work.story_id), "story": work.story_id}
    for chapter, text in texts:
        yield Document(**ids, kind="chapter", chapter=chapter, chapter_text=text)
    yield Document(
        **ids,
        kind="story",
        version=work.version,
        title=for_index(work.title),
        summary=for_index(work.summary),
        authors=END.join(map(for_index, work.authors)),
        tags=END.join(map(for_index, work.tags)),
        text=END.join(text for _chapter, text in texts),
    )


def _stories_for(question: Question, where: Where) -> Query:
    if where == Where.AUTHOR:
        question = question.with_beginnings()
    fields = FIELDS[where]
    parts = [(Occur.Must, _IS_STORY_UNSCORED)]
    parts += [(Occur.Must, _any(terms, fields)) for terms in question.all_of]
    parts += [(Occur.MustNot, _term(term, fields)) for term in question.none_of]
    title: _Words = [word for term in question.sought for word in term.words]
    if len(title) > 1 and "title" in fields:
        whole = Query.phrase_query(SCHEMA, "title", title)
        parts.append((Occur.Should, Query.boost_query(whole, FOR_WHOLE_TITLE)))
    return Query.boolean_query(parts)


_IS_STORY_UNSCORED = Query.const_score_query(_IS_STORY, 0.0)


def _of(story: int) -> Query:
    return Query.const_score_query(Query.term_query(SCHEMA, "key", str(story), "basic"), 0.0)


def _all(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _any(terms: Sequence[Term], fields: dict[str, float]) -> Query:
    return Query.boolean_query([(Occur.Should, _term(term, fields)) for term in terms])


def _term(term: Term, fields: dict[str, float]) -> Query:
    """Return the query for a term in any of the fields, each with its weight."""
    weighed = [Query.boost_query(_in(field, term), weight) for field, weight in fields.items()]
    return Query.boolean_query([(Occur.Should, query) for query in weighed])


def _in(field: str, term: Term) -> Query:
    words: _Words = list(term.words)
    if len(words) > 1 and term.is_beginning:
        return Query.phrase_prefix_query(SCHEMA, field, words)
    if len(words) > 1:
        return Query.phrase_query(SCHEMA, field, words)
    if term.is_beginning:
        # Letters and digits alone: nothing in it means more to a regular expression.
        return Query.regex_query(SCHEMA, field, f"{term.words[0]}.*")
    return Query.term_query(SCHEMA, field, term.words[0], "freq")


def _count(result: tantivy.SearchResult) -> int:
    return int(result.count)  # type: ignore[attr-defined]


def _numbers(searcher: tantivy.Searcher, field: str, places: list[tantivy.DocAddress]) -> list[int]:
    return [int(number or 0) for number in searcher.fast_field_values(field, places)]


@contextmanager
def _telling_of_loss() -> Iterator[None]:
    """Say of whatever goes wrong that the index is lost; a panic of tantivy is no `Exception`."""
    try:
        yield
    except (LostIndexError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as fault:
        raise LostIndexError(str(fault)) from fault
