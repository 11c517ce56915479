"""Pronouns: takes "he", "it", "they", "we", gives the participants named before whom they fit."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from dragoman.actors.phrases import Phrase
from dragoman.actors.references.salience import SUBJECTS, Seen, ranked
from dragoman.actors.setting import Setting
from dragoman.records.participant import Participant
from dragoman.records.sentence import Token

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
_SPEAKER = frozenset({"we", "us", "our", "ours", "i", "me", "my", "mine", "ourselves", "myself"})

_LISTED = frozenset({"conj", "dep"})
_THINGS = frozenset({"state", "igo", "group", "organisation"})


class Pronouns:
    """Callable: a phrase that is a pronoun in; whom it means."""

    def __init__(self, genders: Mapping[str, str], given_names_female: frozenset[str], blaming: Container[str]) -> None:
        self._genders = genders
        self._given_names_female = given_names_female
        self._blaming = blaming

    def __call__(self, phrase: Phrase, setting: Setting) -> Iterable[Participant]:
        """Those of whom the pronoun may be said, whoever was spoken of most."""
        word = phrase.head.text.lower()
        if word in _SPEAKER:
            return setting.cast.speaker
        before = _without_subject(phrase, setting.before(phrase), setting)
        likely = ranked(before, phrase.sentence, phrase.head)
        if word in _MALE | _FEMALE:
            female = word in _FEMALE
            sure = _first(likely, lambda one: one.person is not None and self._may_be(one.person, female=female))
            return sure or _first(likely, lambda one: one.person is not None and one.person not in self._genders)
        if word in _THING:
            told = self._blamed(phrase, setting) or _subject_beside(phrase, setting)
            return told or _first(_single(likely), lambda one: one.person is None and one.kind in _THINGS)
        return _several(phrase, likely) if word in _MANY else ()

    def _may_be(self, person: str, *, female: bool) -> bool:
        """Whether the name fits; by a surname alone it may be a woman's, although no female name is in it."""
        gender = self._genders.get(person)
        if gender is not None:
            return (gender == "f") == female
        names = set(person.split())
        known_female = not names.isdisjoint(self._given_names_female)
        return known_female == female or (female and len(names) == 1)

    def _blamed(self, phrase: Phrase, setting: Setting) -> tuple[Participant, ...]:
        """ "accused Iran over its programme": the object of the blame or praise, not who speaks."""
        tokens = phrase.sentence.tokens
        above = tokens[phrase.head.head]
        while above.head != above.index and not above.tag.startswith("VB"):
            above = tokens[above.head]
        if above.lemma not in self._blaming:
            above = tokens[above.head]  # "condemned Iran for enriching its uranium"
        while above.lemma not in self._blaming and above.relation == "conj" and above.head != above.index:
            above = tokens[above.head]  # "accused Sweden of harbouring exiles and demanded that it hand them over"
        if above.lemma not in self._blaming:
            return ()
        objects = [
            i for i in phrase.sentence.below(above.index, "dobj") if i < phrase.head.index and i in setting.found
        ]
        return setting.found[objects[0]].participants if objects else ()


def is_first_person(token: Token) -> bool:
    """Whether the word stands for whoever speaks: "we", "our", "I"."""
    return token.tag in {"PRP", "PRP$"} and token.text.lower() in _SPEAKER


def _single(likely: Iterable[Seen]) -> Iterator[Seen]:
    return (one for one in likely if not one.several)


def _several(phrase: Phrase, likely: Sequence[Seen]) -> tuple[Participant, ...]:
    """Whom "they" means: those whom the same word means in the sentence, else whichever several come first."""
    tokens = phrase.sentence.tokens
    here = [one for one in likely if one.sentence == phrase.sentence.index and not one.joined]
    same = [one for one in here if tokens[one.head].text.lower() in _MANY]
    if same:  # the same word in one sentence means the same
        return max(same, key=lambda one: one.head).participants
    return next((one.participants for one in likely if one.several), ())


def _first(likely: Iterable[Seen], fits: Callable[[Participant], bool]) -> tuple[Participant, ...]:
    for one in likely:
        if not one.joined:
            chosen = [participant for participant in one.participants if fits(participant)]
            if chosen:
                return (chosen[-1],)
    return ()


def _without_subject(phrase: Phrase, before: Iterable[Seen], setting: Setting) -> Iterable[Seen]:
    """An object is not its own verb's subject: in "Biden apologised to him", "asked it to leave" another is meant."""
    verb = _verb_done_to(phrase)
    if verb is None:
        return before
    excluded = {(one.id, one.person) for one in _subject_of(verb, phrase, setting)}
    return [seen for seen in before if excluded.isdisjoint((one.id, one.person) for one in seen.participants)]


def _verb_done_to(phrase: Phrase) -> Token | None:
    """The verb of which a pronoun is the object, or that asks or makes it do something."""
    if phrase.head.tag != "PRP":
        return None
    tokens = phrase.sentence.tokens
    above = tokens[phrase.head.head]
    if phrase.head.relation in {"dobj", "pobj", "dative"}:
        return above if above.tag.startswith("VB") else tokens[above.head]
    is_infinitive = phrase.sentence.to_of(above.index) is not None
    return tokens[above.head] if is_infinitive and above.relation in {"ccomp", "xcomp"} else None


def _subject_beside(phrase: Phrase, setting: Setting) -> tuple[Participant, ...]:
    """ "demanded that Mali free him and that it apologise": the subject of what is told beside it."""
    tokens = phrase.sentence.tokens
    verb = tokens[phrase.head.head]
    if phrase.head.relation not in SUBJECTS or verb.relation != "conj":
        return ()
    first = tokens[verb.head]
    while first.relation == "conj":
        first = tokens[first.head]
    told = _subject_of(first, phrase, setting) if first.relation == "ccomp" else []
    return tuple(told[:1]) if len(told) == 1 and told[0].person is None and told[0].kind in _THINGS else ()


def _subject_of(verb: Token, phrase: Phrase, setting: Setting) -> list[Participant]:
    """Who is the subject of a verb, or of the verb with which it is listed: "protested and asked"."""
    tokens = phrase.sentence.tokens
    subjects = [child for child in phrase.sentence.children[verb.index] if tokens[child].relation in SUBJECTS]
    named = any(
        tokens[index].tag.startswith("NN") for index in phrase.sentence.subtree(verb.index) if index < verb.index
    )
    if not subjects and not named and verb.relation in _LISTED:
        return _subject_of(tokens[verb.head], phrase, setting)
    found = [setting.found[child] for child in subjects if child in setting.found]
    return [one for mention in found for one in mention.participants]
