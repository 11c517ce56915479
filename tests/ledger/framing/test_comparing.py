"""Two texts side by side: what is new, gone, stronger, weaker; and what is only told in other words."""

import pytest

from dragoman.language.likeness import load_likeness
from dragoman.ledger.framing.comparing import compare

IRAN, CHINA, RUSSIA = ("Iran", "IRN"), ("China", "CHN"), ("Russia", "RUS")


def changes(comparison):
    return [one.change for one in comparison.aligned]


@pytest.mark.parametrize(
    ("earlier", "later", "change"),
    [
        ("We are concerned about Iran's missiles.", "We are gravely concerned about Iran's missiles.", "stronger"),
        ("We strongly condemn Iran's missile tests.", "We condemn Iran's missile tests.", "weaker"),
        ("Iran poses a challenge to our interests.", "Iran poses a threat to our interests.", "stronger"),
        ("We regard Iran as a partner on energy.", "We regard Iran as a rival on energy.", "stronger"),
        ("Iran is an important partner.", "Iran is a partner for trade and a systemic rival.", "stronger"),
        ("Iran is a threat.", "Iran is our partner.", "weaker"),
        ("We welcome Iran's cooperation on energy.", "We warmly welcome Iran's cooperation on energy.", "stronger"),
        ("We condemn Iran's missile tests.", "We condemn the missile tests of Iran.", "reworded"),
        ("We condemn Iran's missile tests.", "We  condemn Iran’s missile tests.", "same"),
    ],
)
def test_one_passage_changes(own, themes, earlier, later, change):
    comparison = compare(own(earlier, IRAN), own(later, IRAN), themes)

    assert changes(comparison) == [change]


def test_why_tells_the_words_that_changed(own, themes):
    earlier = own("Iran poses a challenge to our order.", IRAN)
    later = own("Iran poses systemic competition to our order.", IRAN)

    assert compare(earlier, later, themes).aligned[0].why == "challenge → systemic competition"


def test_a_sentence_cut_in_two_is_not_new(own, themes):
    earlier = own("Iran's attacks on shipping challenge the order of the region.", IRAN)
    later = own("Iran's attacks on shipping violate law and undermine the order of the region.", IRAN)

    assert sorted(changes(compare(earlier, later, themes))) == ["reworded", "stronger"]


def test_other_subjects_are_gone_and_new(own, themes):
    comparison = compare(own("We support Iran's membership.", IRAN), own("Iran spreads disinformation.", IRAN), themes)

    assert changes(comparison) == ["new", "gone"] or changes(comparison) == ["gone", "new"]
    assert comparison.new_themes == ("rhetoric and disinformation",)
    assert comparison.gone_themes == ("cooperation and partnership",)


def test_the_same_words_on_another_actor_are_not_the_same(own, themes):
    comparison = compare(own("Iran is a threat.", IRAN), own("China is a threat.", CHINA), themes)

    assert sorted(changes(comparison)) == ["gone", "new"]


def test_moved_passages_find_each_other(own, themes):
    earlier = own("Iran builds missiles. Iran jails journalists.", IRAN, IRAN)
    later = own("Iran jails journalists. Iran builds missiles.", IRAN, IRAN)

    comparison = compare(earlier, later, themes)

    assert changes(comparison) == ["same", "same"]
    assert comparison.changes == ()


def test_an_edition_laid_beside_itself_shows_no_change(own, themes):
    text = "We condemn Russia's war; China challenges our values. We welcome talks with Iran."
    entries = own(text, RUSSIA, CHINA, IRAN)

    assert set(changes(compare(entries, entries, themes))) == {"same"}


def test_turned_round_new_is_gone_and_stronger_is_weaker(own, themes):
    earlier = own("We are concerned about Iran's missiles. Iran jails journalists.", IRAN, IRAN)
    later = own("We are gravely concerned about Iran's missiles. Iran hacks banks.", IRAN, IRAN)

    forth, back = compare(earlier, later, themes), compare(later, earlier, themes)

    turned = {"new": "gone", "gone": "new", "stronger": "weaker", "weaker": "stronger"}
    assert sorted(changes(back)) == sorted(turned[change] for change in changes(forth))


def test_beside_nothing_all_is_new(own, themes):
    entries = own("Iran builds missiles.", IRAN)

    assert changes(compare((), entries, themes)) == ["new"]
    assert changes(compare(entries, (), themes)) == ["gone"]
    assert compare((), (), themes).aligned == ()


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Iran hosts two million refugees.", "A home has been given to two million who fled, by Iran."),
        (
            "Iran guards a strait through which much oil passes.",
            "Oil tankers sail through a channel under Iran's watch.",
        ),
    ],
)
def test_by_their_sense_passages_in_other_words_find_each_other(own, themes, earlier, later):
    one, other = own(earlier, IRAN), own(later, IRAN)

    assert changes(compare(one, other, themes, load_likeness())) == ["reworded"]


def test_passages_of_another_sense_do_not_though_they_are_the_only_ones(own, themes):
    one, other = own("Iran jails journalists.", IRAN), own("Iran sells carpets to us.", IRAN)

    assert sorted(changes(compare(one, other, themes, load_likeness()))) == ["gone", "new"]


def test_texts_that_say_nothing_have_nothing_to_compare(own, themes):
    one = own("Iran jails journalists.", IRAN)

    assert changes(compare((), one, themes, load_likeness())) == ["new"]
    assert changes(compare(one, (), themes, load_likeness())) == ["gone"]
    assert compare((), (), themes, load_likeness()).aligned == ()
