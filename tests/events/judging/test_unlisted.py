"""People and bodies whom no list names are mentions for the judge: by the words themselves, if they take part."""

from tests.parses import passage, readings

from dragoman.events.judging.unlisted import with_unlisted

BURNED = (
    "Two=two/CD/nummod>3 Danish=danish/JJ/amod>3 provocateurs=provocateur/NNS/nsubj>4 burned=burn/VBD/ROOT "
    "a=a/DT/det>6 flag/NN/dobj>4 ."
)


def unlisted(parse: str):
    read = passage(parse)
    (reading,) = readings(read)
    seen = with_unlisted(read.document, reading, {"provocateur"})
    return read.document, [m for m in seen.mentions.values() if m.rule == "unlisted"]


def test_noun_of_the_list_that_takes_part_is_a_mention() -> None:
    document, (mention,) = unlisted(BURNED)
    (one,) = mention.participants
    assert (one.id, one.name, one.country) == ("danish-provocateurs", "Two Danish provocateurs", "DNK")
    assert document.text[one.start : one.end] == one.text == "Two Danish provocateurs"


def test_noun_that_is_not_on_the_list_is_none() -> None:
    _, found = unlisted("The=the/DT/det>2 flag/NN/nsubj>3 burned=burn/VBD/ROOT .")
    assert found == []


def test_reading_without_such_nouns_is_the_same_reading() -> None:
    read = passage("Japan/NNP/nsubj>2 grew=grow/VBD/ROOT .")
    (reading,) = readings(read)
    assert with_unlisted(read.document, reading, {"provocateur"}) is reading
