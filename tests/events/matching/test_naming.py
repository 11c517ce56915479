"""Who is named in a phrase."""

from tests.parses import clause_of, ids, reading

from dragoman.events.matching.naming import Naming

ASSETS = (
    "Canada/NNP/nsubj>2 froze=freeze/VBD/ROOT the/DT/det>4 assets=asset/NNS/dobj>2 of/IN/prep>4 Iran/NNP/pobj>5 "
    "and/CC/cc>6 Syria/NNP/conj>6 ."
)


def test_everyone_in_a_phrase_is_found_inside_it() -> None:
    read = reading(ASSETS)
    assert ids(Naming(read).inside(clause_of(read, "froze").heads("done-to"))) == ["IRN", "SYR"]
