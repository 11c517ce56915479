"""Frames are found by their trigger word."""

from tests.parses import frame

from dragoman.knowledge.frames import FrameIndex

FRAMES = (
    frame("meet", verbs="meet, hold talk, sit down"),
    frame("lift", "RETREAT", verbs="lift, lift sanction"),
    frame("talks", nouns="talk, peace talk"),
    frame("undertaking", "AGREE", verbs="*"),
)
INDEX = FrameIndex(FRAMES)


def test_verb_phrase_is_found_by_its_first_word() -> None:
    assert [(INDEX.frames[found.frame].id, found.phrase) for found in INDEX.verb("hold")] == [
        ("meet", ("hold", "talk"))
    ]


def test_noun_phrase_is_found_by_its_last_word() -> None:
    assert [found.phrase for found in INDEX.noun("talk")] == [("peace", "talk"), ("talk",)]


def test_longest_phrase_comes_first() -> None:
    assert [found.phrase for found in INDEX.verb("lift")] == [("lift", "sanction"), ("lift",)]


def test_verbs_and_nouns_are_kept_apart() -> None:
    assert INDEX.verb("talk") == []
    assert INDEX.noun("meet") == []


def test_unknown_word_finds_nothing() -> None:
    assert INDEX.verb("bake") == []


def test_frame_for_any_verb_is_kept_aside() -> None:
    assert [each.id for each in INDEX.wildcards] == ["undertaking"]
