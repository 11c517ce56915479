"""Whose own words a text is: by its title, by a name or letter before a colon; and who asks."""

from tests.parses import sentence, shipped_pack

from dragoman.actors.authors import Author, Authors
from dragoman.records.participant import Mention, Participant

AUTHORS = Authors(shipped_pack().references)
CHINA = Participant(id="CHN", name="China", kind="state", country="CHN", sector="GOV", text="Hua", start=0, end=3)


def mention(head: int) -> dict[int, Mention]:
    return {head: Mention(head=head, first=head, last=head, participants=(CHINA,), rule="person", because="")}


def test_name_before_a_colon_speaks() -> None:
    said = sentence("Hua/NNP/dep>4 :/:/punct>1 We/PRP/nsubj>4 object/VBP/ROOT .")
    assert AUTHORS(said, mention(0), Author()) == Author(participants=(CHINA,))


def test_question_is_not_the_authors() -> None:
    asked = sentence("Q/NN/dep>4 :/:/punct>1 We/PRP/nsubj>4 wonder/VBP/ROOT .")
    assert AUTHORS(asked, {}, Author(participants=(CHINA,))).is_asked


def test_answer_is_the_authors_again() -> None:
    answered = sentence("A/DT/dep>4 :/:/punct>1 We/PRP/nsubj>4 object/VBP/ROOT .")
    assert AUTHORS(answered, {}, Author(participants=(CHINA,), is_asked=True)) == Author(participants=(CHINA,))


def test_title_of_a_briefing_names_its_author() -> None:
    title = sentence("[heading] Regular=regular/JJ/amod>2 briefing/NN/ROOT of/IN/prep>2 China/NNP/pobj>3")
    assert AUTHORS(title, mention(3), Author()).participants == (CHINA,)


def test_title_by_an_office_of_somebody_names_that_one() -> None:
    title = sentence(
        "[heading] Briefing=briefing/NN/ROOT by/IN/prep>1 the/DT/det>4 Office/NNP/pobj>2 of/IN/prep>4 Hua/NNP/pobj>5"
    )
    assert AUTHORS(title, mention(5), Author()).participants == (CHINA,)


def test_title_with_an_author_who_is_not_known_has_none() -> None:
    title = sentence(
        "[heading] Statement=statement/NN/ROOT by/IN/prep>1 the/DT/det>4 President/NN/pobj>2 with/IN/prep>1 "
        "Hua/NNP/pobj>5"
    )
    assert AUTHORS(title, mention(5), Author()) == Author(is_asked=True)


def test_colon_within_a_sentence_is_no_label() -> None:
    told = sentence("They/PRP/nsubj>2 agreed=agree/VBD/ROOT :/:/punct>2 peace/NN/dobj>2 .")
    assert AUTHORS(told, {}, Author()) == Author()
