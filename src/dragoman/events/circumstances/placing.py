"""Takes a draft, gives where its act took place: in its own clause, or where it hangs beside the act."""

from dragoman.events.circumstances.belonging import EMPTY_VERBS
from dragoman.events.circumstances.places import beside, inside, place_of
from dragoman.events.draft import Draft
from dragoman.records.document import Document
from dragoman.records.reading import Reading
from dragoman.records.span import Place, PlacePrecision

# Types whose object is made where the act takes place: "signed an agreement in Paris".
_ACTS_AT_A_TABLE = frozenset({"CONSULT", "SUPPORT", "AGREE", "COOPERATE"})
# Types that are done by force: they take place where those are to whom they are done, in a province or at sea as well.
_BY_FORCE = frozenset({"ASSAULT", "COERCE"})
_EXACT: frozenset[PlacePrecision] = frozenset({"site", "city"})
_ANYWHERE: frozenset[PlacePrecision] = frozenset({"site", "city", "province", "region"})
# Types that are done in words: a place beside what they are about is not theirs.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})


def place_of_act(document: Document, reading: Reading, draft: Draft) -> Place | None:
    """The place of the clause, of the verb that carries it ("held talks in Geneva"), or of what it is done to."""
    own = place_of(document, reading, draft.clause, goes=draft.mode == "visit")
    return own or _place_of_verb(document, reading, draft) or _place_beside(document, reading, draft)


def _place_of_verb(document: Document, reading: Reading, draft: Draft) -> Place | None:
    """As in "held talks in Geneva", "talks opened in Muscat"."""
    clause = draft.clause
    verb = reading.clauses.get(clause.governor) if clause.governor is not None else None
    if clause.kind != "noun" or verb is None:
        return None
    if clause.governed_as != "light" and verb.lemma not in EMPTY_VERBS:
        return None
    return place_of(document, reading, verb, goes=draft.mode == "visit")


def _place_beside(document: Document, reading: Reading, draft: Draft) -> Place | None:
    """As in "signed a pact in Oslo", "fired at protesters in Nairobi"."""
    clause = draft.clause
    if draft.type in _ACTS_AT_A_TABLE:
        for head in clause.heads("done-to"):
            place = inside(document, reading, head)
            if place is not None:
                return place
    if draft.type in _SPOKEN:
        return None
    precisions = _ANYWHERE if draft.type in _BY_FORCE else _EXACT
    place = beside(document, reading, clause, precisions=precisions)
    if place is not None or clause.governor is None or clause.governed_as != "light":
        return place
    light = reading.clauses.get(clause.governor)
    return beside(document, reading, light, precisions=precisions) if light else None
