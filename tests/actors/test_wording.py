"""How people and bodies without a name are called in a record: with the words that tell which they are."""

import pytest
from tests.parses import the_one


@pytest.mark.parametrize(
    ("parse", "word", "called"),
    [
        (
            "Police/NN/nsubj>2 beat=beat/VBD/ROOT a/DT/det>5 television/NN/compound>5 crew/NN/dobj>2 .",
            "crew",
            "television crew",
        ),
        (
            "Rebels=rebel/NNS/nsubj>2 freed=free/VBD/ROOT thirteen/CD/nummod>4 hostages=hostage/NNS/dobj>2 .",
            "hostages",
            "hostages",
        ),
        (
            "Peru/NNP/poss>3 's/POS/case>1 opposition/NN/nsubj>4 protested=protest/VBD/ROOT .",
            "opposition",
            "Peruvian opposition",
        ),
        ("Many/JJ/amod>2 students=student/NNS/nsubj>3 marched=march/VBD/ROOT .", "students", "students"),
    ],
)
def test_name_has_the_words_that_tell_which(parse: str, word: str, called: str) -> None:
    assert the_one(parse, word=word).name == called


def test_id_stays_short() -> None:
    assert (
        the_one(
            "Police/NN/nsubj>2 beat=beat/VBD/ROOT a/DT/det>5 television/NN/compound>5 crew/NN/dobj>2 .", word="crew"
        ).id
        == "crew"
    )
