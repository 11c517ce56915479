"""Whom a pronoun means of those whom it fits: what tells for each, and that the weights decide."""

from tests.parses import meant, passage, sentence, shipped_pack

from dragoman.actors.cast import Cast
from dragoman.actors.phrases import phrase
from dragoman.actors.references.antecedents import antecedent, by_whom, signs_of
from dragoman.actors.references.salience import Seen
from dragoman.actors.setting import Setting
from dragoman.records.participant import Participant

IT = sentence("It/PRP/nsubj>2 left=leave/VBD/ROOT .")
SETTING = Setting(
    document=passage("It/PRP/nsubj>2 left=leave/VBD/ROOT .").document, named={}, found={}, cast=Cast(day=None)
)


def seen(id_: str, *, at: int, weight: float) -> Seen:
    """A state named by its name."""
    state = Participant(id=id_, name=id_, kind="state", country=id_, text=id_, start=0, end=3)
    return Seen(participants=(state,), sentence=at, head=at, weight=weight, several=False, joined=False, rule="name")


def test_whoever_is_named_twice_is_one_of_whom_one_may_speak() -> None:
    mentions = [seen("PER", at=-2, weight=2.0), seen("CHL", at=-1, weight=1.4), seen("PER", at=-1, weight=1.0)]
    assert [len(own) for own in by_whom(mentions).values()] == [2, 1]


def test_each_has_the_strongest_of_their_signs() -> None:
    mentions = [seen("PER", at=-2, weight=2.0), seen("PER", at=-1, weight=1.0)]
    (own,) = signs_of(phrase(IT, 0), by_whom(mentions), SETTING).values()
    assert own["before"] == 1.0
    assert own["near"] == max(2.0 * 0.6**2, 1.0 * 0.6)


def test_the_weights_decide() -> None:
    mentions = [seen("PER", at=-2, weight=2.0), seen("CHL", at=-1, weight=1.0)]
    none = dict.fromkeys(shipped_pack().references.antecedents["it"], 0.0)
    for name, id_ in (("before", "CHL"), ("subject", "PER")):
        chosen = antecedent(phrase(IT, 0), mentions, SETTING, none | {name: 1.0})
        assert chosen is not None
        assert chosen.participants[0].id == id_


def test_nobody_is_meant_where_it_fits_nobody() -> None:
    assert antecedent(phrase(IT, 0), [], SETTING, {}) is None


def test_an_object_is_not_its_own_verbs_subject() -> None:
    before = "Peru/NNP/nsubj>2 sued=sue/VBD/ROOT Chile/NNP/dobj>2 ."
    assert meant(before, "Peru/NNP/nsubj>2 scolded=scold/VBD/ROOT it/PRP/dobj>2 .", word="it") == ["CHL"]


def test_they_may_be_the_police_of_a_state() -> None:
    before = "Peru/NNP/poss>3 's/POS/case>1 police/NN/nsubj>4 marched=march/VBD/ROOT ."
    assert meant(before, "They/PRP/nsubj>2 fired=fire/VBD/ROOT .", word="They") == ["PER"]
