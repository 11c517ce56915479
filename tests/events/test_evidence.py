"""What a record quotes: the clause of its act as a whole phrase, with its own subject and without its neighbours."""

from tests.parses import coded, content, event, frame

ACCUSE = frame("accuse", "ACCUSE", verbs="accuse", content=content("occurred", "of", by="recipient", keep="both"))
ARM = frame("arm", "AID", verbs="arm")
INVADE = frame("invasion", "ASSAULT", nouns="invasion", recipient=("of",))
MEET = frame("meet", verbs="meet")
PROMISE = frame("promise", "AGREE", verbs="promise", recipient=("done-to",))
REJECT = frame("reject", "REJECT", verbs="reject")
SANCTION = frame("sanction", "SANCTION", verbs="sanction")
SANCTIONS = frame("sanctions", "SANCTION", nouns="sanction", recipient=("on",))
SEIZE = frame("seize", "COERCE", verbs="seize")
URGE = frame("urge", "REQUEST", verbs="urge", content=content("requested", "content", by="recipient", keep="both"))


def quoted(parse: str, trigger: str, *frames) -> str:
    return event(coded(parse, frames=list(frames)), trigger).passage.text


def test_clause_before_is_left_out_with_the_end_of_its_phrase() -> None:
    parse = (
        "The/DT/det>2 training/NN/nsubj>5 of/IN/prep>2 Ukrainians/NNPS/pobj>3 began=begin/VBD/ROOT ,/,/punct>5 "
        "and/CC/cc>5 Japan/NNP/nsubj>9 sanctioned=sanction/VBD/conj>5 Iran/NNP/dobj>9 ."
    )
    assert quoted(parse, "sanctioned", SANCTION) == "Japan sanctioned Iran"


def test_clause_behind_is_left_out() -> None:
    parse = (
        "Japan/NNP/nsubj>2 sanctioned=sanction/VBD/ROOT Iran/NNP/dobj>2 ,/,/punct>2 but/CC/cc>2 Spain/NNP/nsubj>7 "
        "waited=wait/VBD/conj>2 ."
    )
    assert quoted(parse, "sanctioned", SANCTION) == "Japan sanctioned Iran"


def test_clause_behind_a_semicolon_is_left_out() -> None:
    parse = (
        "Japan/NNP/nsubj>2 sanctioned=sanction/VBD/ccomp>6 Iran/NNP/dobj>2 ;/:/punct>6 Spain/NNP/nsubj>6 "
        "rejected=reject/VBD/ROOT Iran/NNP/dobj>6 ."
    )
    assert quoted(parse, "rejected", SANCTION, REJECT) == "Spain rejected Iran."


def test_shared_subject_begins_the_passage_at_the_beginning_of_its_phrase() -> None:
    parse = (
        "The/DT/det>3 Japanese/JJ/amod>3 government/NN/nsubj>4 waited=wait/VBD/ROOT and/CC/cc>4 "
        "sanctioned=sanction/VBD/conj>4 Iran/NNP/dobj>6 ."
    )
    assert quoted(parse, "sanctioned", SANCTION) == "The Japanese government waited and sanctioned Iran"


def test_shared_object_ends_the_passage() -> None:
    parse = (
        "Spain/NNP/nsubj>2 seized=seize/VBD/ROOT and/CC/cc>2 searched=search/VBD/conj>2 Iranian/JJ/amod>6 "
        "ships=ship/NNS/dobj>4 ."
    )
    assert quoted(parse, "seized", SEIZE) == "Spain seized and searched Iranian ships."


def test_relative_clause_begins_with_the_noun_that_it_is_about() -> None:
    parse = (
        "Ministers/NNS/nsubj>9 from/IN/prep>1 Japan/NNP/pobj>2 ,/,/punct>3 which/WDT/nsubj>6 "
        "sanctioned=sanction/VBD/relcl>3 Iran/NNP/dobj>6 ,/,/punct>1 left=leave/VBD/ROOT ."
    )
    assert quoted(parse, "sanctioned", SANCTION) == "Ministers from Japan, which sanctioned Iran"


def test_relative_clause_of_a_place_is_a_clause_by_itself() -> None:
    parse = (
        "It/PRP/nsubj>2 ended=end/VBD/ROOT in/IN/prep>2 Oslo/NNP/pobj>3 ,/,/punct>4 where/WRB/advmod>8 "
        "Spain/NNP/nsubj>8 met=meet/VBD/relcl>4 Kenya/NNP/dobj>8 ."
    )
    assert quoted(parse, "met", MEET) == "Spain met Kenya"


def test_that_is_no_part_of_what_is_said() -> None:
    parse = (
        "Oslo/NNP/nsubj>2 says=say/VBZ/ROOT that/IN/mark>5 Japan/NNP/nsubj>5 sanctioned=sanction/VBD/ccomp>2 "
        "Iran/NNP/dobj>5 ."
    )
    assert quoted(parse, "sanctioned", SANCTION) == "Japan sanctioned Iran"


def test_what_somebody_is_urged_to_do_is_quoted_with_the_urging() -> None:
    parse = "Spain/NNP/nsubj>2 urged=urge/VBD/ROOT Japan/NNP/dobj>2 to/TO/aux>5 sanction/VB/xcomp>2 Iran/NNP/dobj>5 ."
    assert quoted(parse, "sanction", URGE, SANCTION) == "Spain urged Japan to sanction Iran"


def test_gerund_without_a_subject_is_quoted_with_the_clause_above() -> None:
    parse = (
        "Spain/NNP/nsubj>2 accused=accuse/VBD/ROOT Iran/NNP/dobj>2 of/IN/prep>2 arming=arm/VBG/pcomp>4 "
        "Kenya/NNP/dobj>5 ."
    )
    assert quoted(parse, "arming", ACCUSE, ARM) == "Spain accused Iran of arming Kenya"


def test_second_verb_of_the_same_subject_goes_on_with_the_clause() -> None:
    parse = "Spain/NNP/nsubj>2 met=meet/VBD/ROOT Kenya/NNP/dobj>2 and/CC/cc>2 left=leave/VBD/conj>2 ."
    assert quoted(parse, "met", MEET) == "Spain met Kenya and left."


def test_noun_that_names_who_takes_part_is_quoted_by_itself() -> None:
    parse = (
        "Talks/NNS/nsubj>2 ended=end/VBD/ROOT before/IN/prep>2 Iraq/NNP/poss>6 's/POS/case>4 invasion/NN/pobj>3 "
        "of/IN/prep>6 Kuwait/NNP/pobj>7 ."
    )
    assert quoted(parse, "invasion", INVADE) == "Iraq's invasion of Kuwait"


def test_noun_to_which_a_verb_lends_its_subject_is_quoted_with_the_verb() -> None:
    parse = "Japan/NNP/nsubj>2 imposed=impose/VBD/ROOT sanctions=sanction/NNS/dobj>2 on/IN/prep>3 Iran/NNP/pobj>4 ."
    assert quoted(parse, "sanctions", SANCTIONS) == "Japan imposed sanctions on Iran."
