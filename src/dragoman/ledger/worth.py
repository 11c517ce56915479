"""Worth: takes an entry as it was made, gives how likely a careful reader would have entered it: 0 … 1.

Acts are read with errors, and not all that somebody asks or says he will do is worth an entry. The weights are fitted
by training/ledger.py on dossiers whose entries are labelled.
"""

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.records.entry import Entry
from dragoman.records.event import Event

_PUBLIC = frozenset({"state", "igo"})
_SHORT, _LONG = 25, 160  # letters of a quote that says too little, or more than one thing


def worth_signs(entry: Entry, event: Event, words: LedgerWords) -> dict[str, float]:
    """What speaks for and against an entry, by the names of the weights."""
    judged = event.why.judged
    kind = entry.kind
    signs = {
        "always": 1.0,
        "sure": entry.confidence,
        "judged an act": judged.act if judged is not None else 0.5,
        "has addressee": float(bool(entry.to)),
        "has subject": float(bool(entry.about)),
        "by a state": float(bool(entry.by) and all(one.kind in _PUBLIC for one in entry.by)),
        "toward a state": float(
            bool(entry.to or entry.about) and all(one.kind in _PUBLIC for one in (*entry.to, *entry.about))
        ),
        "has due": float(entry.due is not None),
        "has figure": float(bool(entry.magnitudes)),
        "short": float(len(entry.what.text) < _SHORT),
        "long": float(len(entry.what.text) > _LONG),
        "background": float(event.historical),
        "in somebody's words": float(bool(event.said_by)),
        "content": float(event.content_of is not None),
        "intention": float(entry.strength == "intention"),
        "commits": float(words.committing.within(event.passage.text)),
        "has items": float(bool(entry.items)),
        event.status: 1.0,
        event.type: 1.0,
    }
    return signs | {f"{kind}: {name}": value for name, value in signs.items()}
