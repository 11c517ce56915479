import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.views.cli.marking import marked_text
from dragoman.views.visible import visible


def test_an_act_stands_in_brackets_with_its_number(story):
    it = story("Oslo met Riga.")
    it.act("CONSULT", "met")
    assert marked_text(it.coded).plain == "Oslo [1 met] Riga."


def test_an_act_that_did_not_occur_has_the_sign_of_its_status(story):
    it = story("Oslo will meet Riga and did not visit Vilnius.")
    it.act("CONSULT", "meet", status="planned")
    it.act("CONSULT", "visit", status="negated")
    assert marked_text(it.coded).plain == "Oslo will [1▷ meet] Riga and did not [2¬ visit] Vilnius."


def test_acts_told_by_the_same_words_share_a_mark(story):
    it = story("Oslo met Riga.")
    it.act("CONSULT", "met")
    it.act("AGREE", "met", status="pledged")
    assert marked_text(it.coded).plain == "Oslo [1,2◇ met] Riga."


def test_marks_within_and_across_each_other_close_all_their_brackets(story):
    it = story("Oslo held a meeting on aid.")
    it.act("CONSULT", "held a meeting")
    it.act("AGREE", "meeting on")
    it.act("AID", "aid")
    assert marked_text(it.coded).plain == "Oslo [1 held a [2 meeting] on] [3 aid]."


def test_participants_are_underlined(story):
    it = story("Oslo met Riga.")
    it.act("CONSULT", "met", actors=(it.state("Oslo", "NOR"),))
    spans = marked_text(it.coded).spans
    assert [(span.start, span.end) for span in spans if span.style == "underline"] == [(0, 4)]


def test_a_headline_is_bold(tallinn):
    spans = marked_text(tallinn.coded).spans
    assert any(span.start == 0 and span.style == "bold" for span in spans)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_characters="[]", exclude_categories=["Cs"]), min_size=1, max_size=60),
    places=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=5),
)
def test_every_character_is_kept_in_its_order_whatever_is_marked(story, text, places):
    it = story(text)
    for start, length in places:
        if start < len(text):
            it.act("CONSULT", text[start : start + length])
    marked = marked_text(it.coded).plain
    assert re.sub(r"\[[\d,]+ |\]", "", marked) == visible(text)
