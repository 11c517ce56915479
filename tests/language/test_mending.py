"""The parser's known slips: each is shown as the parser makes it, and as it comes out mended."""

from dragoman.language.mending import mended
from tests.parses import sentence


def attached(parse: str) -> dict[str, str]:
    """For each word of the mended sentence: its relation and the word it hangs on."""
    tokens = mended(sentence(parse)).tokens
    return {token.text: f"{token.relation} of {tokens[token.head].text}" for token in tokens}


def test_a_sentence_without_slips_is_handed_back_itself() -> None:
    sound = sentence("Kenya/NNP/nsubj>2 thanked=thank/VBD/ROOT Japan/NNP/dobj>2 .")
    assert mended(sound) is sound


def test_second_subject_behind_its_verb_is_the_object() -> None:
    told = attached("The/DT/det>2 paper/NN/nsubj>3 mentioned=mention/VBD/ROOT China/NNP/nsubj>3 .")
    assert told["China"] == "dobj of mentioned"
    assert told["paper"] == "nsubj of mentioned"


def test_only_subject_behind_its_verb_stays_the_subject() -> None:
    told = attached("Next/RB/advmod>2 spoke=speak/VBD/ROOT the/DT/det>4 minister/NN/nsubj>2 .")
    assert told["minister"] == "nsubj of spoke"


def test_noun_drawn_into_a_list_is_the_subject_of_the_verb_behind_it() -> None:
    told = attached(
        "Macron/NNP/nsubj>2 discussed=discuss/VBD/ROOT the/DT/det>4 war/NN/dobj>2 and/CC/cc>4 "
        "Poland/NNP/conj>4 reiterated=reiterate/VBD/conj>2 support/NN/dobj>7 ."
    )
    assert told["Poland"] == "nsubj of reiterated"


def test_list_before_a_verb_with_a_subject_of_its_own_stays_whole() -> None:
    told = attached(
        "Macron/NNP/nsubj>2 named=name/VBD/ROOT Latvia/NNP/dobj>2 and/CC/cc>3 Poland/NNP/conj>3 and/CC/cc>2 "
        "he/PRP/nsubj>8 left=leave/VBD/conj>2 ."
    )
    assert told["Poland"] == "conj of Latvia"


def test_agent_of_an_active_verb_belongs_to_its_object() -> None:
    told = attached(
        "Norway/NNP/nsubj>2 hosted=host/VBD/ROOT a/DT/det>4 visit/NN/dobj>2 by/IN/agent>2 Scholz/NNP/pobj>5 ."
    )
    assert told["by"] == "prep of visit"


def test_agent_of_a_passive_verb_stays() -> None:
    told = attached(
        "Scholz/NNP/nsubjpass>3 was=be/VBD/auxpass>3 hosted=host/VBN/ROOT by/IN/agent>3 Norway/NNP/pobj>4 ."
    )
    assert told["by"] == "agent of hosted"


def test_gerund_behind_a_partner_tells_of_the_agreement() -> None:
    told = attached(
        "Seoul/NNP/nsubj>2 signed=sign/VBD/ROOT an/DT/det>4 agreement/NN/dobj>2 with/IN/prep>4 "
        "Japan/NNP/nsubj>7 settling=settle/VBG/pcomp>5 a/DT/det>9 dispute/NN/dobj>7 ."
    )
    assert told["Japan"] == "pobj of with"
    assert told["settling"] == "acl of agreement"


def test_gerund_right_behind_a_name_tells_of_the_name() -> None:
    told = attached(
        "Talk/NN/nsubj>8 about/IN/prep>1 Kishida/NNP/pobj>2 having=have/VBG/acl>1 a/DT/det>6 meeting/NN/dobj>4 "
        "soon/RB/advmod>4 grew=grow/VBD/ROOT ."
    )
    assert told["having"] == "acl of Kishida"


def test_verdict_of_a_court_is_not_the_main_clause() -> None:
    told = attached(
        "A/DT/det>2 ruling/NN/nsubj>6 holding=hold/VBG/acl>2 the/DT/det>5 firm/NN/dobj>3 liable/JJ/ROOT "
        "drew=draw/VBD/conj>6 protest/NN/dobj>7 ."
    )
    assert told["drew"] == "ROOT of drew"
    assert told["ruling"] == "nsubj of drew"
    assert told["liable"] == "oprd of holding"


def test_infinitive_behind_a_first_tells_what_it_is_the_first_of() -> None:
    told = attached(
        "Obama/NNP/nsubj>2 became=become/VBD/ROOT the/DT/det>5 first/JJ/amod>5 president/NN/attr>2 to/TO/aux>7 "
        "visit/VB/advcl>2 Hiroshima/NNP/dobj>7 ."
    )
    assert told["visit"] == "acl of president"


def test_infinitive_behind_an_ordinary_noun_stays_a_purpose() -> None:
    told = attached(
        "Obama/NNP/nsubj>2 became=become/VBD/ROOT a/DT/det>4 lawyer/NN/attr>2 to/TO/aux>6 help/VB/advcl>2 "
        "people/NNS/dobj>6 ."
    )
    assert told["help"] == "advcl of became"


def test_children_agree_with_the_mended_heads() -> None:
    whole = mended(sentence("The/DT/det>2 paper/NN/nsubj>3 praised=praise/VBD/ROOT China/NNP/nsubj>3 ."))
    for token in whole.tokens:
        if token.head != token.index:
            assert token.index in whole.children[token.head]
    assert sum(len(below) for below in whole.children) == len(whole.tokens) - 1


def test_words_and_offsets_are_left_alone() -> None:
    before = sentence("The/DT/det>2 paper/NN/nsubj>3 praised=praise/VBD/ROOT China/NNP/nsubj>3 .")
    after = mended(before)
    assert [(t.text, t.lemma, t.start, t.end) for t in after.tokens] == [
        (t.text, t.lemma, t.start, t.end) for t in before.tokens
    ]


def test_mending_twice_changes_nothing_more() -> None:
    once = mended(
        sentence(
            "Macron/NNP/nsubj>2 discussed=discuss/VBD/ROOT the/DT/det>4 war/NN/dobj>2 and/CC/cc>4 "
            "Poland/NNP/conj>4 reiterated=reiterate/VBD/conj>2 support/NN/dobj>7 ."
        )
    )
    assert mended(once) == once


def test_infinitive_before_another_with_and_is_listed_no_purpose() -> None:
    told = attached(
        "Oslo/NNP/nsubj>2 promised=promise/VBD/ROOT to/TO/aux>4 talk/VB/xcomp>2 ,/,/punct>4 to/TO/aux>7 pay/VB/advcl>4 "
        "and/CC/cc>7 to/TO/aux>10 leave/VB/conj>7 ."
    )
    assert told["pay"] == "conj of talk"


def test_infinitive_behind_a_comma_alone_stays_a_purpose() -> None:
    told = attached(
        "Oslo/NNP/nsubj>2 promised=promise/VBD/ROOT to/TO/aux>4 talk/VB/xcomp>2 ,/,/punct>4 to/TO/aux>7 end/VB/advcl>4 "
        "the/DT/det>9 war/NN/dobj>7 ."
    )
    assert told["end"] == "advcl of talk"


def test_verb_without_to_is_listed_with_the_infinitive_before_it() -> None:
    told = attached(
        "Oslo/NNP/nsubj>2 urged=urge/VBD/ROOT Mali/NNP/dobj>2 to/TO/aux>5 talk/VB/xcomp>2 ,/,/punct>2 pay/VB/xcomp>2 "
        "and/CC/cc>7 leave/VB/conj>7 ."
    )
    assert told["pay"] == "conj of talk"


def test_second_that_behind_a_comma_goes_with_the_first() -> None:
    told = attached(
        "Oslo/NNP/nsubj>2 demanded=demand/VBD/ROOT that/IN/mark>5 Mali/NNP/nsubj>5 pay/VB/ccomp>2 ,/,/punct>5 "
        "that/IN/mark>9 it/PRP/nsubj>9 leave/VBP/ccomp>5 ."
    )
    assert told["leave"] == "conj of pay"
