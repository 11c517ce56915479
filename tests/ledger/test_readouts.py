"""What each text tells of a meeting, side by side: what it was about, and what one leaves out."""

import pytest

from dragoman.ledger.book import keep
from dragoman.ledger.readouts import readouts
from dragoman.ledger.roll import roll_of


@pytest.fixture
def talks(story, deeds):
    """Laos and Japan meet; one read-out has dams and trade, the other trade alone."""

    def told(text, met, outlet_day, *subjects):
        it = story(text, published=outlet_day)
        sides = (it.state("Laos", "LAO"), it.state("Japan", "JPN"))
        it.act("CONSULT", met, actors=sides, evidence=(it.words(text.split(". ")[0]),))
        for trigger in subjects:
            sentence = next(one for one in text.split(". ") if trigger in one).rstrip(".")
            it.act("CONSULT", trigger, actors=sides, evidence=(it.words(sentence),))
        return it

    one = told(
        "Laos and Japan met in Vientiane. They discussed dams on the Mekong. They exchanged views on tariffs.",
        "met", "2020-02-02", "discussed", "exchanged views",
    )  # fmt: skip
    other = told(
        "Laos received the minister of Japan. The two reviewed lower tariffs.", "received", "2020-02-03", "reviewed"
    )
    return deeds(one, other, same=[("met", "received")])


def test_what_was_spoken_of_is_told_for_each_text_and_what_the_other_has_no_word_of(talks, words):
    (entry,) = [one for one in keep(talks, words, today="2020-12-31") if one.kind == "meeting"]
    (deed,) = [one for one in roll_of(talks).deeds if one.act.id == entry.act]

    first, second = readouts(deed, entry.agenda, words.common)

    assert first.tells["spoken of"] == ("dams on the Mekong", "on tariffs")
    assert second.tells["spoken of"] == ("lower tariffs",)
    assert second.leaves_out["spoken of"] == ("dams on the Mekong",)
    assert "spoken of" not in first.leaves_out
