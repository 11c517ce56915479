"""Who says that an act is so, and to whom."""

from tests.parses import clause_of, ids, reading, shipped_pack

from dragoman.events.speech import Saying, SpeechReader

SPEECH = SpeechReader(shipped_pack().speech)


def said(parse: str, act: str) -> Saying | None:
    read = reading(parse, published="2020-01-08")
    return SPEECH(read, clause_of(read, act))


def speakers(parse: str, act: str) -> list[str]:
    saying = said(parse, act)
    return ids(saying.speakers) if saying else []


TOLD = (
    "The/DT/det>2 Pentagon/NNP/nsubj>3 told=tell/VBD/ROOT {whom} that/IN/mark>7 Iran/NNP/nsubj>7 "
    "attacked=attack/VBD/ccomp>3 Iraq/NNP/dobj>7 ."
)


def test_statement_of_the_outlet_is_said_by_nobody() -> None:
    assert said("Iran/NNP/nsubj>2 attacked=attack/VBD/ROOT Israel/NNP/dobj>2 .", "attacked") is None


def test_who_says_it_behind_the_act_is_the_speaker() -> None:
    parse = (
        "Iran/NNP/nsubj>2 attacked=attack/VBD/ccomp>7 Israel/NNP/dobj>2 , the/DT/det>6 Pentagon/NNP/nsubj>7 "
        "said=say/VBD/ROOT ."
    )
    assert speakers(parse, "attacked") == ["USA"]


def test_who_is_told_is_addressed() -> None:
    saying = said(TOLD.format(whom="Israel/NNP/dobj>3"), "attacked")
    assert saying is not None
    assert (ids(saying.speakers), ids(saying.addressees)) == (["USA"], ["ISR"])


def test_reporters_are_spoken_at_and_not_addressed() -> None:
    saying = said(TOLD.format(whom="reporters=reporter/NNS/dobj>3"), "attacked")
    assert saying is not None
    assert saying.addressees == ()


def test_according_to_names_the_speaker() -> None:
    parse = (
        "According=accord/VBG/prep>7 to/IN/prep>1 the/DT/det>4 Pentagon/NNP/pobj>2 , Iran/NNP/nsubj>7 "
        "attacked=attack/VBD/ROOT Israel/NNP/dobj>7 ."
    )
    assert speakers(parse, "attacked") == ["USA"]


def test_both_of_two_coordinate_acts_are_said_by_the_same() -> None:
    parse = (
        "The/DT/det>2 Pentagon/NNP/nsubj>3 said=say/VBD/ROOT that/IN/mark>6 Iran/NNP/nsubj>6 bombed=bomb/VBD/ccomp>3 "
        "Israel/NNP/dobj>6 and/CC/cc>6 Syria/NNP/nsubj>10 attacked=attack/VBD/conj>6 Iraq/NNP/dobj>10 ."
    )
    assert speakers(parse, "bombed") == ["USA"]
    assert speakers(parse, "attacked") == ["USA"]


def test_innermost_saying_counts() -> None:
    parse = (
        "France/NNP/nsubj>2 said=say/VBD/ROOT Germany/NNP/nsubj>4 believes=believe/VBZ/ccomp>2 that/IN/mark>7 "
        "Iran/NNP/nsubj>7 attacked=attack/VBD/ccomp>4 Israel/NNP/dobj>7 ."
    )
    assert speakers(parse, "attacked") == ["DEU"]


def test_saying_without_a_known_speaker_is_passed_over() -> None:
    parse = (
        "France/NNP/nsubj>2 said=say/VBD/ROOT charts=chart/NNS/nsubj>4 indicate/VBP/ccomp>2 that/IN/mark>7 "
        "Iran/NNP/nsubj>7 attacked=attack/VBD/ccomp>4 Israel/NNP/dobj>7 ."
    )
    assert speakers(parse, "attacked") == ["FRA"]


def test_every_saying_of_a_sentence_is_found_in_order() -> None:
    parse = (
        "France/NNP/nsubj>2 said=say/VBD/ROOT Germany/NNP/nsubj>4 believes=believe/VBZ/ccomp>2 that/IN/mark>7 "
        "Iran/NNP/nsubj>7 attacked=attack/VBD/ccomp>4 Israel/NNP/dobj>7 ."
    )
    sayings = SPEECH.sayings(reading(parse))
    assert [ids(saying.speakers) for saying in sayings] == [["FRA"], ["DEU"]]
