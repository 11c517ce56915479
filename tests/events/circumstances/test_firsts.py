# ruff: noqa: E501, ISC004 - parses written by hand stand in one row
import pytest

from dragoman.events.circumstances.firsts import find_firsts


def _told(parsed, line):
    document, sentence = parsed(line)
    found = find_firsts(document, sentence)
    assert all(document.text[span.start : span.end] == span.text for _, span in found)
    assert all(sentence.tokens[index].text.lower().startswith("first") for index, _ in found)
    return [span.text for _, span in found]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("He/PRP/nsubj>1 is/VBZ/ROOT>1 the/DT/det>6 first/JJ/amod>6 Finnish/JJ/amod>6 prime/JJ/amod>6 minister/NN/attr>1 "
         "to/TO/aux>8 visit/VB/relcl>6 Kyiv/NNP/dobj>8 ~,/,/punct>1 they/PRP/nsubj>12 said/VBD/ccomp>1",
         "the first Finnish prime minister to visit Kyiv"),
        ("They/PRP/nsubj>1 met/VBD/ROOT>1 for/IN/prep>1 the/DT/det>5 first/JJ/amod>5 time/NN/pobj>2 in/IN/prep>5 five/CD/nummod>8 years/NNS/pobj>6",
         "for the first time in five years"),
        ("They/PRP/nsubj>1 met/VBD/ROOT>1 for/IN/prep>1 the/DT/det>5 first/JJ/amod>5 time/NN/pobj>2 ever/RB/advmod>1", "for the first time ever"),
        ("the/DT/det>2 first-ever/JJ/amod>2 summit/NN/ROOT>2 between/IN/prep>2 them/PRP/pobj>3", "the first-ever summit between them"),
        ("the/DT/det>2 first/JJ/amod>2 talks/NNS/ROOT>2 of/IN/prep>2 ministers/NNS/pobj>3 in/IN/prep>0 about/RB/advmod>7 five/CD/nummod>8 years/NNS/pobj>5",
         "the first talks of ministers in about five years"),
        ("drills/NNS/ROOT>0 ~,/,/punct>0 the/DT/det>3 first/JJ/appos>0 since/IN/prep>3 2011/CD/pobj>4", "the first since 2011"),
        ("It/PRP/nsubj>1 became/VBD/ROOT>1 the/DT/det>4 first/JJ/amod>4 state/NN/attr>1 to/TO/aux>6 ratify/VB/xcomp>1 it/PRP/dobj>6",
         "the first state to ratify it"),
        ("her/PRP$/poss>2 first/JJ/amod>2 visit/NN/ROOT>2 to/IN/prep>2 Kyiv/NNP/pobj>3 ~,/,/punct>2 which/WDT/nsubj>7 failed/VBD/relcl>2",
         "her first visit to Kyiv"),
    ],
)  # fmt: skip
def test_first_is_told_whole(parsed, line, told):
    assert _told(parsed, line) == [told]


@pytest.mark.parametrize(
    "line",
    [
        "in/IN/ROOT>0 the/DT/det>3 first/JJ/amod>3 quarter/NN/pobj>0 of/IN/prep>3 2023/CD/pobj>4",
        "in/IN/ROOT>0 the/DT/det>3 first/JJ/amod>3 half/NN/pobj>0",
        "in/IN/ROOT>0 the/DT/det>3 first/JJ/amod>3 place/NN/pobj>0",
        "First/RB/advmod>3 ~,/,/punct>3 he/PRP/nsubj>3 spoke/VBD/ROOT>3",
        "At/IN/prep>3 first/RB/pcomp>0 he/PRP/nsubj>3 smiled/VBD/ROOT>3",
        "the/DT/det>2 First/NNP/compound>2 Lady/NNP/nsubj>3 left/VBD/ROOT>3",
        "the/DT/det>3 first/JJ/amod>3 deputy/NN/compound>3 minister/NN/ROOT>3",
        "The/DT/det>1 first/JJ/nsubj>5 of/IN/prep>1 two/CD/nummod>4 ships/NNS/pobj>2 sailed/VBD/ROOT>5",
    ],
)
def test_not_firsts(parsed, line):
    assert _told(parsed, line) == []
