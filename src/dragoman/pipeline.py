"""The corridor: takes items, gives coded documents. Each room hands on something new to the next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from dragoman.actors.finder import ActorFinder
from dragoman.errors import SourceError
from dragoman.events.finder import EventFinder
from dragoman.events.judging.context_judge import ContextJudge
from dragoman.events.judging.judge import Judge
from dragoman.events.judging.judges import Judges
from dragoman.intake import document_of
from dragoman.knowledge.pack import Pack, load_pack
from dragoman.knowledge.world import World, load_world
from dragoman.language.clauses import ClauseBuilder
from dragoman.language.encoding import Encoder
from dragoman.language.mending import mended
from dragoman.language.reader import Reader
from dragoman.records.document import Document
from dragoman.records.event import Coded, Quad
from dragoman.records.reading import Read, Readers, Reading
from dragoman.records.sentence import Sentence
from dragoman.results import Results
from dragoman.sources import Item, Refused, make_item, read_items
from dragoman.version import __version__

Accepted = TypeVar("Accepted", Item, Coded)


TOGETHER = 120  # sentences of short documents that are judged at once: the encoder reads its weights once for all


def load(*, packs: Sequence[Path] = (), readers: Readers = "both") -> "Coder":
    """A coder with the shipped packs; `packs` are folders of further ones, laid over them in order.

    Args:
        packs: folders of packs of your own.
        readers: "both" lets the learned judge dispose of what grammar and frames propose; "grammar" does without it.

    Raises:
        PackError: a pack is faulty.
        ModelError: the language model is missing.

    Example:
        >>> coder = load()
        >>> (event,) = coder.code("Germany recalled its ambassador from Ankara on Tuesday.", published="2022-07-01")
        >>> event.type, event.status, event.actors[0].id, event.recipients[0].id, event.date.start
        ('SANCTION', 'occurred', 'DEU', 'TUR', '2022-06-28')
    """
    judges = load_judges() if readers == "both" else None
    return Coder(world=load_world(packs=packs), pack=load_pack(*packs), judges=judges)


def load_judges(*, context: bool = True) -> Judges:
    """The learned judges with the weights that come with Dragoman; `context` False leaves out the second of them."""
    folder = Path(str(files("dragoman.packs") / "judge"))
    acts = Judge(folder, Encoder(folder))
    return Judges(acts=acts, context=ContextJudge(folder, acts.types) if context else None)


class Coder:
    """Codes texts. Made once, used for any number of them; it keeps nothing of what it has read."""

    def __init__(self, *, world: World, pack: Pack, judges: Judges | None = None) -> None:
        self._reader = Reader(whole_words=world.whole_words)
        self._clauses = ClauseBuilder(pack.grammar)
        self._actors = ActorFinder(world, pack.references, pack.speech)
        self._events = EventFinder(pack, judges)
        self._pack = pack
        self._coding = f"{__version__} {pack.version}{'' if judges else ' grammar'}"

    @property
    def codes(self) -> Mapping[str, tuple[str, Quad, float]]:
        """For each type its own CAMEO code, quad class and Goldstein value."""
        return self._pack.ontology.codes

    def expanded(self, coded: Coded) -> Coded:
        """The coded document with the members of groupings in their place: the G7's seven for the G7."""
        return self._actors.expanded(coded)

    def code(
        self, source: str | Path | Iterable[str | Path], *, published: str | None = None, expand: bool = False
    ) -> Results:
        """The events of a text, a file, or several files.

        Args:
            source: the text itself as a string, or the path (or paths) of files, as `Path`.
            published: ISO day on which it was published, if the text does not say.
            expand: members in place of groupings; without it a grouping stays one participant.

        Example:
            >>> [event.type for event in coder.code("France recalled its ambassador from Rome.")]
            ['SANCTION']
        """
        items = (
            [make_item(source)]
            if isinstance(source, str)
            else read_items([source] if isinstance(source, Path) else source)
        )
        coded = _accepted(self.stream(_accepted(items), published=published))
        return Results(map(self.expanded, coded) if expand else coded)

    @property
    def coding(self) -> str:
        """What codes: the version of Dragoman and of the packs, and whether the learned judge takes part."""
        return self._coding

    def stream(self, items: Iterable[Item], *, published: str | None = None) -> Iterator[Coded | Refused]:
        """Each item coded, in order and lazily; one that turns out to hold no text is handed on as refused."""
        return self._all_coded(self.read(items, published=published))

    def stream_documents(self, documents: Iterable[Document]) -> Iterator[Coded]:
        """Each document coded, in order and lazily: for texts that were made documents before."""
        reads = (self._read(document, sentences) for document, sentences in self._reader(documents))
        return (coded for coded in self._all_coded(reads) if isinstance(coded, Coded))

    def _all_coded(self, reads: Iterable[Read | Refused]) -> Iterator[Coded | Refused]:
        waiting: list[Read] = []
        for read in reads:
            if isinstance(read, Refused):
                yield from self._coded(waiting)
                waiting = []
                yield read
                continue
            waiting.append(read)
            if sum(len(one.readings) for one in waiting) >= TOGETHER:
                yield from self._coded(waiting)
                waiting = []
        yield from self._coded(waiting)

    def _coded(self, reads: Sequence[Read]) -> Iterator[Coded]:
        yield from map(self._actors.on_their_day, self._events.several(reads))

    def read(self, items: Iterable[Item], *, published: str | None = None) -> Iterator[Read | Refused]:
        """Each item as it was read, sentence by sentence, before its events are found: who is mentioned, and where."""
        refused: list[Refused] = []
        for document, sentences in self._reader(_documents(items, published, refused)):
            yield from refused
            refused.clear()
            yield self._read(document, sentences)
        yield from refused

    def _read(self, document: Document, sentences: Iterable[Sentence]) -> Read:
        return Read(document=document, readings=tuple(self._readings(document, sentences)))

    def _readings(self, document: Document, sentences: Iterable[Sentence]) -> Iterator[Reading]:
        hits = self._actors.hits(document)
        cast = self._actors.cast(document, hits)
        for sentence in map(mended, sentences):
            mentions, places, cast = self._actors(document, sentence, hits, cast)
            yield Reading(
                sentence=sentence,
                clauses={clause.head: clause for clause in self._clauses(sentence)},
                mentions={mention.head: mention for mention in mentions},
                places=places,
                voice=cast.voice,
            )


def _documents(items: Iterable[Item], published: str | None, refused: list[Refused]) -> Iterator[Document]:
    for item in items:
        document = document_of(item, published=published)
        if isinstance(document, Document):
            yield document
        else:
            refused.append(document)


def _accepted(items: Iterable[Accepted | Refused]) -> Iterator[Accepted]:
    """The items that can be read or coded; what cannot be is an error where a person asked for just this text."""
    for item in items:
        if isinstance(item, Refused):
            raise SourceError(f"{item.path}: {item.reason}")
        yield item
