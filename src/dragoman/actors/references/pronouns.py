"""Pronouns: takes "he", "it", "they", "we", gives the participants named before whom they fit."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.actors.phrases import Phrase
from dragoman.actors.references.joining import joined_in
from dragoman.actors.setting import Setting
from dragoman.records.participant import Mention, Participant
from dragoman.records.sentence import Token

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
_SPEAKER = frozenset({"we", "us", "our", "ours", "i", "me", "my", "mine", "ourselves", "myself"})

_THINGS = frozenset({"state", "igo", "group", "organisation"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Pronouns:
    """Callable: a phrase that is a pronoun in; whom it means."""

    def __init__(self, genders: Mapping[str, str], given_names_female: frozenset[str]) -> None:
        self._genders = genders
        self._given_names_female = given_names_female

    def __call__(self, phrase: Phrase, setting: Setting) -> Iterable[Participant]:
        """Those named last of whom the pronoun may be said."""
        word = phrase.head.text.lower()
        before = setting.named_before(phrase)
        if phrase.head.tag == "PRP" and phrase.head.relation in {"dobj", "pobj", "dative"}:
            before = _without_subject(phrase, before, setting)
        if word in _SPEAKER:
            return setting.cast.speaker
        if word in _MALE | _FEMALE:
            return _latest(before, lambda p: p.person is not None and self._may_be(p.person, female=word in _FEMALE))
        if word in _THING:
            # The subjects of the sentence itself come before all others: what acts is spoken of.
            before += [m for m in setting.found_before(phrase) if _token(phrase, m).relation in _SUBJECTS]
            return _latest(before, lambda p: p.person is None and p.kind in _THINGS)
        return _several(phrase, before, setting) if word in _MANY else ()

    def _may_be(self, person: str, *, female: bool) -> bool:
        """Whether the name fits; by a surname alone it may be a woman's, although no female name is in it."""
        gender = self._genders.get(person)
        if gender is not None:
            return (gender == "f") == female
        names = set(person.split())
        known_female = not names.isdisjoint(self._given_names_female)
        return known_female == female or (female and len(names) == 1)


def is_first_person(token: Token) -> bool:
    """Whether the word stands for whoever speaks: "we", "our", "I"."""
    return token.tag in {"PRP", "PRP$"} and token.text.lower() in _SPEAKER


def _several(phrase: Phrase, before: Sequence[Mention], setting: Setting) -> tuple[Participant, ...]:
    """Whom "they" means: those named in one breath in the sentence, else the latest several of before."""
    here = setting.found_before(phrase)
    same = [mention for mention in here if _token(phrase, mention).text.lower() in _MANY]
    if same:  # the same word in one sentence means the same
        return same[-1].participants
    joined = joined_in(phrase.sentence, here)
    if joined:
        return joined[-1]
    plural = next((mention.participants for mention in reversed(before) if _is_several(mention)), ())
    return plural or (setting.cast.joined[-1] if setting.cast.joined else ())


def _is_several(mention: Mention) -> bool:
    several = len(mention.participants) > 1
    return several or any(one.kind == "population" or _is_plural(one.text) for one in mention.participants)


def _is_plural(text: str) -> bool:
    """By its ending; "business" is one."""
    return text.endswith("s") and not text.endswith("ss")


def _latest(before: Sequence[Mention], fits: Callable[[Participant], bool]) -> tuple[Participant, ...]:
    for mention in reversed(before):
        chosen = [participant for participant in mention.participants if fits(participant)]
        if chosen:
            return (chosen[-1],)
    return ()


def _without_subject(phrase: Phrase, before: Sequence[Mention], setting: Setting) -> list[Mention]:
    """An object is not its own verb's subject: in "Biden apologised to him" another is meant."""
    tokens = phrase.sentence.tokens
    above = tokens[phrase.head.head]
    verb = above.index if above.tag.startswith("VB") else above.head
    subjects = [
        setting.found[child]
        for child in phrase.sentence.children[verb]
        if tokens[child].relation in _SUBJECTS and child in setting.found
    ]
    excluded = {(one.id, one.person) for mention in subjects for one in mention.participants}
    return [m for m in before if excluded.isdisjoint((one.id, one.person) for one in m.participants)]


def _token(phrase: Phrase, mention: Mention) -> Token:
    return phrase.sentence.tokens[mention.head]
