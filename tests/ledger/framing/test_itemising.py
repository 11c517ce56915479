"""Items that come into an enumeration or fall out of it."""

import pytest

from dragoman.language.likeness import load_likeness
from dragoman.ledger.framing.comparing import compare
from dragoman.ledger.framing.itemising import enumerated

KENYA = ("Kenya", "KEN")


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Its funds pay for soldiers, police and judges in Somalia", ["soldiers", "police", "judges"]),
        ("We will review its quotas, its charges, and its limits", ["quotas", "its charges", "its limits"]),
        ("Kenya sells tea and flowers to us", ["tea", "flowers"]),
        ("Kenya sells tea to us", []),
        ("We help as long as it takes, so that peace and trade return", ["peace", "trade return"]),
    ],
)
def test_the_items_of_an_enumeration(text, items):
    assert [item.text for item in enumerated(text)] == items


def test_an_item_that_is_not_enumerated_any_more_is_gone(own, themes):
    earlier = own("We buy tea, flowers, coffee and copper from Kenya.", KENYA)
    later = own("We buy tea, flowers and coffee from Kenya.", KENYA)

    gone = compare(earlier, later, themes).changes
    new = compare(later, earlier, themes).changes

    assert [(one.change, one.earlier.what.text) for one in gone] == [("gone", "copper")]
    assert [(one.change, one.later.what.text) for one in new] == [("new", "copper")]
    quote = gone[0].earlier.what
    assert "We buy tea, flowers, coffee and copper from Kenya."[quote.start : quote.end] == "copper"


def test_an_item_in_other_words_is_neither_gone_nor_new(own, themes):
    earlier = own("We buy tea, flowers, coffee and automobiles from Kenya.", KENYA)
    later = own("We buy tea, flowers, coffee and cars from Kenya.", KENYA)

    assert compare(earlier, later, themes, load_likeness()).changes == ()
    assert {one.change for one in compare(earlier, later, themes).changes} == {"gone", "new"}
