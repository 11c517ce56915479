"""Hosts and guests: "the host country", "the summit's host", "his guest": by where the text says that they are."""

from collections.abc import Callable, Iterable

from dragoman.actors.naming import Naming
from dragoman.actors.phrases import Phrase
from dragoman.actors.references.salience import Seen, ranked
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.records.participant import Participant


class Hosts:
    """Callable: a phrase in; the state or official who receives, or who is received, or None."""

    def __init__(self, naming: Naming, references: References) -> None:
        self._naming = naming
        self._hosts = references.hosts
        self._guests = references.guests

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """The host by the venue spoken of last; a guest is whoever else in office was named."""
        noun = phrase.head.lemma.lower()
        is_host = noun in self._hosts or phrase.ending(2) in self._hosts
        if not (is_host or noun in self._guests) or phrase.is_plural() or not phrase.is_definite():
            return None
        likely = ranked(setting.before(phrase), phrase.sentence, phrase.head)
        venue = setting.cast.venue
        if is_host:
            if venue is None:
                return None
            is_person = phrase.ending(2) not in self._hosts
            official = _official(likely, lambda one: one.id == venue) if is_person else None
            host = official or self._naming.entity(venue, setting.span(phrase), sector="GOV" if is_person else None)
            return Resolved(participants=(host,), rule="context", because=f"host in {venue}", score=0.7)
        wanted = _adjective(phrase, setting)
        own = {p.id for p in _owners(phrase, setting)}
        guest = _official(likely, lambda one: one.id == wanted if wanted else one.id not in {venue, *own})
        if guest is None and wanted is not None:
            guest = self._naming.entity(wanted, setting.span(phrase), sector="GOV")
        return Resolved(participants=(guest,), rule="context", because="guest", score=0.7) if guest else None


def _owners(phrase: Phrase, setting: Setting) -> tuple[Participant, ...]:
    owner = setting.found.get(phrase.owner.index) if phrase.owner else None
    return owner.participants if owner else ()


def _official(likely: Iterable[Seen], fits: Callable[[Participant], bool]) -> Participant | None:
    for seen in likely:
        for one in seen.participants:
            if one.kind == "state" and (one.person or one.office) and fits(one):
                return one
    return None


def _adjective(phrase: Phrase, setting: Setting) -> str | None:
    """The state that an adjective names: "her British guest"."""
    for token in phrase.modifiers:
        hit = setting.named.get(token.index)
        if hit is not None:
            return next((name.target for name in hit.names if name.use in {"adjective", "name"}), None)
    return None
