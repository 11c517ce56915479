"""Takes a noun phrase that only points back ("he", "the alliance", "the two leaders", "the document"), gives whom."""

from dataclasses import replace

from dragoman.actors.naming import Naming, named_at
from dragoman.actors.phrases import Phrase
from dragoman.actors.references.collective_names import given_before
from dragoman.actors.references.descriptions import Described
from dragoman.actors.references.earlier_names import short_for
from dragoman.actors.references.hosts import Hosts
from dragoman.actors.references.issuers import issuer
from dragoman.actors.references.pronouns import Pronouns
from dragoman.actors.references.sets import unnamed_set
from dragoman.actors.references.sides import Sides
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.knowledge.world import World
from dragoman.records.participant import Rule
from dragoman.records.span import Span


class Referring:
    """Callable: a phrase in; whom it points back to and how that was found, or None."""

    def __init__(self, world: World, naming: Naming, references: References) -> None:
        self._references = references
        self._pronouns = Pronouns(world.genders, world.given_names_female, references.blaming)
        self._sides = Sides(world, references)
        self._described = Described(world, naming)
        self._hosts = Hosts(naming, references)

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """Whom the phrase points back to, and how that was found."""
        if phrase.head.tag in {"PRP", "PRP$"}:
            rule: Rule = "possessive" if phrase.head.tag == "PRP$" else "pronoun"
            participants = tuple(self._pronouns(phrase, setting))
            because = f"{rule} '{_span(phrase, setting).text}'"
            return _here(Resolved(participants=participants, rule=rule, because=because), phrase, setting)
        resolved = (
            self._sides(phrase, setting)
            or self._short_for(phrase, setting)
            or issuer(phrase, setting, self._references.documents)
            or unnamed_set(phrase, setting, self._references)
        )
        return _here(resolved, phrase, setting) if resolved else None

    def recalled(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """ "the two neighbours", "both governments": a number, or a name that the text gave, recalls those before."""
        resolved = given_before(phrase, setting.cast)
        is_capital = phrase.head.text[:1].isupper()
        if resolved is None and is_capital and phrase.head.index not in setting.named:
            resolved = self._short_for(phrase, setting)  # "the Council", with a capital, is one named before
        if resolved is None and phrase.head.tag.startswith(("NN", "JJ")) and not _is_somebody(phrase, setting):
            resolved = self._described(phrase, setting) or self._hosts(phrase, setting)
        if resolved is None and phrase.head.tag == "NN":
            resolved = self._short_for(phrase, setting)
        if resolved is None and self._may_recall(phrase):
            resolved = self._sides(phrase, setting)
        return _here(resolved, phrase, setting) if resolved else None

    def _short_for(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """Whoever bears a name of several words that ends in the phrase's one word; few phrases are asked."""
        if phrase.modifiers or phrase.owner is not None or phrase.is_plural() or not phrase.is_definite():
            return None
        return short_for(phrase, setting.before(phrase))

    def _may_recall(self, phrase: Phrase) -> bool:
        """Whether a number is told, or nothing that would tell others apart from those named before."""
        if phrase.holds(self._references.numbers) or (phrase.owner is not None and phrase.owner.tag == "PRP$"):
            return True
        is_bare = phrase.is_definite() and not phrase.modifiers and phrase.owner is None
        return is_bare and not any(word in {"of", "from", "in"} for word, _ in phrase.complements)


def _is_somebody(phrase: Phrase, setting: Setting) -> bool:
    """Whether the head lies in a name of the world that is more than a place's."""
    hit = setting.named.get(phrase.head.index)
    return hit is not None and any(name.use != "place" for name in hit.names)


def _here(resolved: Resolved, phrase: Phrase, setting: Setting) -> Resolved:
    """The same participants, named where the phrase stands."""
    span = _span(phrase, setting)
    return replace(resolved, participants=tuple(named_at(one, span) for one in resolved.participants))


def _span(phrase: Phrase, setting: Setting) -> Span:
    """The phrase without its article; of "both the leaders" only "both" is left out."""
    words = phrase.words
    first = words[1] if words[0].tag in {"DT", "PDT"} and len(words) > 1 else words[0]
    return setting.document.span(first.start, phrase.head.end)
