"""A text is cut at the edges of its acts, so that acts within one another can be marked; nothing of it is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records.document import Part
from dragoman.views.web.marking import blocks

TEXT = "Estonia called on Germany to send howitzers to Kyiv."


def coded_of(story, spans, parts=()):
    it = story(TEXT)
    for start, end in spans:
        it.act("REQUEST", TEXT[0:7])
        it.events[-1] = replace(
            it.events[-1], id=f"{start}-{end}-{len(it.events)}", trigger=it.document.span(start, end)
        )
    it.parts = parts
    return it.coded


def shown(coded):
    return [
        [(run.text, [one.number for one in run.acts], [one.number for one in run.begins]) for run in block.runs]
        for block in blocks(coded)
    ]


def test_a_passage_that_is_asked_for_is_told_apart_and_cut_by_acts_within_it(story):
    runs = [run for block in blocks(coded_of(story, [(8, 25)]), asked=(4, 33)) for run in block.runs]
    assert [(run.text, run.asked) for run in runs] == [
        ("Esto", False),
        ("nia ", True),
        ("called on Germany", True),
        (" to send", True),
        (" howitzers to Kyiv.", False),
    ]


def test_acts_within_one_another_are_cut_at_every_edge(story):
    assert shown(coded_of(story, [(8, 25), (18, 25)])) == [
        [
            ("Estonia ", [], []),
            ("called on ", [1], [1]),
            ("Germany", [2, 1], [2]),
            (" to send howitzers to Kyiv.", [], []),
        ]
    ]


def test_acts_that_overlap_share_what_both_cover(story):
    assert [run[:2] for run in shown(coded_of(story, [(0, 14), (8, 25)]))[0]] == [
        ("Estonia ", [1]), ("called", [1, 2]), (" on Germany", [2]), (" to send howitzers to Kyiv.", []),
    ]  # fmt: skip


def test_acts_told_by_the_same_words_begin_together(story):
    assert shown(coded_of(story, [(0, 7), (0, 7)]))[0][0] == ("Estonia", [1, 2], [1, 2])


def test_a_part_holds_its_own_runs(story):
    parts = (Part(kind="headline", start=0, end=7), Part(kind="body", start=8, end=len(TEXT)))
    found = shown(coded_of(story, [(0, 7), (29, 33)], parts))
    assert found[0] == [("Estonia", [1], [1])]
    assert ("send", [2], [2]) in found[1]


def test_a_text_without_acts_is_one_run(story):
    assert shown(coded_of(story, [])) == [[(TEXT, [], [])]]


SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)).map(lambda it: (it[0], min(it[0] + it[1], len(TEXT)))),
    max_size=6,
)


@given(spans=SPANS)
def test_runs_are_the_whole_text_and_each_act_covers_its_trigger(spans):
    from tests.conftest import Story  # noqa: PLC0415 - a fixture would be made once for all examples

    (block,) = blocks(coded_of(Story, spans))
    assert "".join(run.text for run in block.runs) == TEXT
    for number, (start, end) in enumerate(spans, start=1):
        covered = "".join(run.text for run in block.runs if number in [one.number for one in run.acts])
        assert covered == TEXT[start:end]
        assert sum(number in [one.number for one in run.begins] for run in block.runs) == 1


@pytest.mark.parametrize("name", ["tallinn"])
def test_the_offset_of_a_run_is_that_of_the_text(name, request):
    coded = request.getfixturevalue(name).coded
    for block in blocks(coded):
        for run in block.runs:
            assert coded.document.text[run.start : run.start + len(run.text)] == run.text
