"""Takes the drafts of a sentence, adds what colours them: dates, places, numbers, firsts, contexts, history."""

from collections.abc import Sequence

from dragoman.events.circumstances.belonging import leads_to, own_tokens
from dragoman.events.circumstances.contexts import contexts_of
from dragoman.events.circumstances.dating import date_drafts
from dragoman.events.circumstances.firsts import find_firsts
from dragoman.events.circumstances.placing import place_of_act
from dragoman.events.dates.finder import DateFinder
from dragoman.events.draft import Draft
from dragoman.events.magnitudes.finder import MagnitudeFinder
from dragoman.knowledge.pack import Pack
from dragoman.records.document import Document
from dragoman.records.reading import Reading

_FAR_BACK_YEARS = 10  # an act dated further back than this is told as history


class Colouring:
    """Callable: adds dates, places, magnitudes and firsts to the drafts of one sentence."""

    def __init__(self, pack: Pack) -> None:
        self._dates = DateFinder(pack.calendar)
        self._magnitudes = MagnitudeFinder(pack.quantities)
        self._historical = pack.status.historical
        self._context_words = pack.contexts

    def __call__(self, document: Document, reading: Reading, drafts: Sequence[Draft]) -> None:
        """Add to each draft what its own clause says; items of a package take over the package's date."""
        if not drafts:
            return
        date_drafts(document, reading, drafts, self._dates(reading.sentence))
        magnitudes = self._magnitudes(document, reading.sentence)
        firsts = find_firsts(document, reading.sentence)
        for draft in drafts:
            draft.place = place_of_act(document, reading, draft)
            own = own_tokens(reading, draft, drafts)
            draft.contexts = contexts_of(reading, own, self._context_words)
            draft.magnitudes = [magnitude for index, magnitude in magnitudes if index in own]
            draft.firsts = [span for index, span in firsts if index in own or leads_to(reading, index, draft)]
        for draft in drafts:
            if draft.part_of is not None and draft.date is None:
                draft.date = draft.part_of.date
            draft.historical = draft.historical or self._is_history(document, reading, draft)

    def _is_history(self, document: Document, reading: Reading, draft: Draft) -> bool:
        if draft.date is not None and draft.date.start and document.published:
            return int(document.published[:4]) - int(draft.date.start[:4]) >= _FAR_BACK_YEARS
        below = {reading.sentence.tokens[child].lemma.lower() for child in reading.sentence.children[draft.clause.head]}
        return bool(below & self._historical)
