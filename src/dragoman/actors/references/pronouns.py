"""Pronouns: takes "he", "it", "they", "we", gives the participants named before whom they fit."""

from collections.abc import Container, Iterable, Mapping, Sequence

from dragoman.actors.phrases import Phrase
from dragoman.actors.references.antecedents import Signs, antecedent
from dragoman.actors.references.salience import SUBJECTS, Seen
from dragoman.actors.setting import Setting
from dragoman.records.participant import Participant
from dragoman.records.sentence import Token

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
_SPEAKER = frozenset({"we", "us", "our", "ours", "i", "me", "my", "mine", "ourselves", "myself"})

_THINGS = frozenset({"state", "igo", "group", "organisation"})


class Pronouns:
    """Callable: a phrase that is a pronoun in; whom it means."""

    def __init__(
        self,
        genders: Mapping[str, str],
        given_names_female: frozenset[str],
        blaming: Container[str],
        antecedents: Mapping[str, Signs],
    ) -> None:
        self._antecedents = antecedents
        self._genders = genders
        self._given_names_female = given_names_female
        self._blaming = blaming

    def __call__(self, phrase: Phrase, setting: Setting) -> Iterable[Participant]:
        """Those of whom the pronoun may be said, whoever is the likeliest."""
        word = phrase.head.text.lower()
        if word in _SPEAKER:
            return setting.cast.speaker
        before = setting.before(phrase)
        if phrase.head.tag == "PRP" and phrase.head.relation in {"dobj", "pobj", "dative"}:
            before = _without_subject(phrase, before, setting)
        if word in _MALE | _FEMALE:
            return self._antecedent("he", phrase, self._persons(before, female=word in _FEMALE), setting)
        if word in _THING:
            things = [one for one in before if _is_one(one) and _is_thing(one.participants[0])]
            return self._blamed(phrase, setting) or self._antecedent("it", phrase, things, setting)
        if word in _MANY:
            several = [one for one in before if one.several or _is_body(one.participants[0])]
            return _same_here(phrase, before) or self._antecedent("they", phrase, several, setting)
        return ()

    def _antecedent(
        self, word: str, phrase: Phrase, fitting: Sequence[Seen], setting: Setting
    ) -> tuple[Participant, ...]:
        """The likeliest of those whom the pronoun fits, by the weights for `word`."""
        likeliest = antecedent(phrase, fitting, setting, self._antecedents[word])
        return likeliest.participants if likeliest is not None else ()

    def _persons(self, before: Iterable[Seen], *, female: bool) -> list[Seen]:
        """Those whose name fits; else those of whom nobody knows whether they are men or women."""
        persons = [(one, one.participants[0].person) for one in before if _is_one(one)]
        sure = [one for one, person in persons if person is not None and self._may_be(person, female=female)]
        return sure or [one for one, person in persons if person is not None and person not in self._genders]

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


def _is_one(one: Seen) -> bool:
    return not one.joined and len(one.participants) == 1


def _is_thing(one: Participant) -> bool:
    return one.person is None and one.kind in _THINGS


def _is_body(one: Participant) -> bool:
    """Whether "they" may be said of it though it is one: a group, a party, the police; of a state itself it is not."""
    return one.person is None and (one.kind in {"group", "organisation"} or (one.kind == "state" and bool(one.sector)))


def _same_here(phrase: Phrase, before: Iterable[Seen]) -> tuple[Participant, ...]:
    """Whom the same word means before it in the sentence."""
    tokens, here = phrase.sentence.tokens, phrase.sentence.index
    same = [one for one in before if one.sentence == here and not one.joined and tokens[one.head].text.lower() in _MANY]
    return max(same, key=lambda one: one.head).participants if same else ()


def _without_subject(phrase: Phrase, before: Iterable[Seen], setting: Setting) -> list[Seen]:
    """An object is not its own verb's subject: in "Biden apologised to him" another is meant."""
    tokens = phrase.sentence.tokens
    above = tokens[phrase.head.head]
    verb = above.index if above.tag.startswith("VB") else above.head
    subjects = [
        setting.found[child]
        for child in phrase.sentence.children[verb]
        if tokens[child].relation in SUBJECTS and child in setting.found
    ]
    excluded = {(one.id, one.person) for mention in subjects for one in mention.participants}
    return [seen for seen in before if excluded.isdisjoint((one.id, one.person) for one in seen.participants)]
