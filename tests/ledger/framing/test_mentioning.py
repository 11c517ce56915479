"""Which edition speaks of an actor first."""

from dragoman.ledger.framing.mentioning import first_mentions

IRAN, CHINA = ("Iran", "IRN"), ("China", "CHN")


def test_the_oldest_edition_that_speaks_of_an_actor_is_found_whatever_their_order(story, own):
    old, new = "We are concerned about Iran.", "Iran is a threat. China is a challenge."
    editions = [
        (story(new, published="2022-06-29").document, own(new, IRAN, CHINA)),
        (story(old, published="2010-11-19").document, own(old, IRAN)),
    ]

    first = {one.actor.id: one for one in first_mentions(editions)}

    assert first["IRN"].document.published == "2010-11-19"
    assert first["IRN"].silent == ()
    assert first["CHN"].document.published == "2022-06-29"
    assert first["CHN"].entry.what.text == "China is a challenge"
    assert [document.published for document in first["CHN"].silent] == ["2010-11-19"]


def test_an_edition_without_a_day_comes_last(story, own):
    text = "Iran is a threat."
    editions = [
        (story(text).document, own(text, IRAN)),
        (story(text, published="2022-01-01").document, own(text, IRAN)),
    ]

    assert first_mentions(editions)[0].document.published == "2022-01-01"
