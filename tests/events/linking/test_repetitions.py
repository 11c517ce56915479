"""Acts that are told again."""

from tests.parses import coded, event, frame

MEET = frame("meet", verbs="meet", reciprocal=True)
MEETING = frame("meeting", nouns="meeting", actor=("doer", "between", "of"), recipient=("with",), reciprocal=True)
VISIT = frame("visit", verbs="visit")
SNOW = "Snow/NN/nsubj>2 fell=fall/VBD/ROOT ."
MET = "France/NNP/nsubj>2 met=meet/VBD/ROOT Spain/NNP/dobj>2 in/IN/prep>2 Rome/NNP/pobj>4 ."
VISITED = "Spain/NNP/nsubj>2 visited=visit/VBD/ROOT Kenya/NNP/dobj>2 ."


def test_headline_tells_the_act_of_the_body() -> None:
    headline = "[headline] Spain/NNP/nsubj>2 visits=visit/VBZ/ROOT Kenya/NNP/dobj>2"
    done = coded(headline, VISITED, frames=[VISIT])
    assert event(done, "visits").same_as == event(done, "visited").id
    assert event(done, "visited").same_as is None


def test_caption_tells_the_act_of_the_body() -> None:
    caption = "[caption] Spain/NNP/nsubj>2 visits=visit/VBZ/ROOT Kenya/NNP/dobj>2"
    done = coded(VISITED, caption, frames=[VISIT])
    assert event(done, "visits").same_as == event(done, "visited").id


def test_headline_of_an_act_that_the_body_does_not_tell_stands_alone() -> None:
    headline = "[headline] Spain/NNP/nsubj>2 visits=visit/VBZ/ROOT Mali/NNP/dobj>2"
    assert event(coded(headline, VISITED, frames=[VISIT]), "visits").same_as is None


def test_caption_tells_the_act_of_the_headline_when_the_body_does_not() -> None:
    headline = "[headline] Spain/NNP/nsubj>2 visits=visit/VBZ/ROOT Mali/NNP/dobj>2"
    caption = "[caption] Spain/NNP/nsubj>2 visited=visit/VBD/ROOT Mali/NNP/dobj>2 ."
    done = coded(headline, caption, SNOW, frames=[VISIT])
    assert event(done, "visited").same_as == event(done, "visits").id


def test_headline_of_a_plan_is_not_the_act_done() -> None:
    headline = "[headline] Spain/NNP/nsubj>3 will/MD/aux>3 visit/VB/ROOT Kenya/NNP/dobj>3"
    assert event(coded(headline, VISITED, frames=[VISIT]), "visit").same_as is None


def test_this_was_the_first_meeting_tells_the_meeting_before() -> None:
    again = (
        "This/DT/nsubj>2 was=be/VBD/ROOT the/DT/det>5 first/JJ/amod>5 meeting/NN/attr>2 of/IN/prep>5 "
        "France/NNP/pobj>6 and/CC/cc>7 Spain/NNP/conj>7 ."
    )
    done = coded(MET, again, frames=[MEET, MEETING])
    assert event(done, "meeting").same_as == event(done, "met").id


def test_the_meeting_tells_the_meeting_before_and_a_meeting_does_not() -> None:
    ended = (
        "{0}/DT/det>2 meeting/NN/nsubj>7 between/IN/prep>2 France/NNP/pobj>3 and/CC/cc>4 Spain/NNP/conj>4 "
        "ended=end/VBD/ROOT ."
    )
    definite = coded(MET, ended.format("The"), frames=[MEET, MEETING])
    indefinite = coded(MET, ended.format("A"), frames=[MEET, MEETING])
    assert event(definite, "meeting").same_as == event(definite, "met").id
    assert event(indefinite, "meeting").same_as is None


def test_the_meeting_of_others_is_another_one() -> None:
    ended = (
        "The/DT/det>2 meeting/NN/nsubj>7 between/IN/prep>2 Kenya/NNP/pobj>3 and/CC/cc>4 Mali/NNP/conj>4 "
        "ended=end/VBD/ROOT ."
    )
    assert event(coded(MET, ended, frames=[MEET, MEETING]), "meeting").same_as is None


def test_second_telling_by_a_verb_is_not_tied_by_itself() -> None:
    first, second = coded(VISITED, VISITED, frames=[VISIT]).events
    assert (first.same_as, second.same_as) == (None, None)


ATTACK = frame("attack", "ASSAULT", verbs="attack, bomb")
RAID = frame("attack-noun", "ASSAULT", nouns="raid, attack", recipient=("on",), needs=("actor",))
BAN = frame("ban", "SANCTION", verbs="ban")
CONDEMN = frame("condemn", "ACCUSE", verbs="condemn")
BOMBED = "Spain/NNP/nsubj>2 bombed=bomb/VBD/ROOT Kenya/NNP/dobj>2 ."
RAID_HAPPENED = (
    "{0}/DT/det>2 raid/NN/nsubj>3 happened=happen/VBD/ROOT in/IN/prep>3 Nairobi/NNP/pobj>4 on/IN/prep>3 "
    "Monday/NNP/pobj>6 ."
)


def test_noun_without_sides_tells_the_act_before_and_gives_it_its_day_and_place() -> None:
    done = coded(BOMBED, RAID_HAPPENED.format("The"), frames=[ATTACK, RAID], published="2022-03-02")
    bombed, raid = event(done, "bombed"), event(done, "raid")
    assert raid.same_as == bombed.id
    assert bombed.date is not None
    assert (bombed.date.start, bombed.place and bombed.place.name) == ("2022-02-28", "Nairobi")
    assert any("date, place from 'raid' in sentence 2" in step for step in bombed.why.steps)


def test_indefinite_noun_without_sides_tells_nothing() -> None:
    done = coded(BOMBED, RAID_HAPPENED.format("A"), frames=[ATTACK, RAID], published="2022-03-02")
    assert [each.trigger.text for each in done.events] == ["bombed"]


def test_the_next_raid_is_another_one() -> None:
    again = "The/DT/det>3 next=next/JJ/amod>3 raid/NN/nsubj>4 failed=fail/VBD/ROOT ."
    assert [each.trigger.text for each in coded(BOMBED, again, frames=[ATTACK, RAID]).events] == ["bombed"]


def test_noun_of_another_family_tells_nothing() -> None:
    again = "The/DT/det>2 visit/NN/nsubj>3 failed=fail/VBD/ROOT ."
    assert [each.trigger.text for each in coded(BOMBED, again, frames=[ATTACK, RAID]).events] == ["bombed"]


def test_the_raid_in_a_later_part_of_the_text_is_left_alone() -> None:
    done = coded(BOMBED, SNOW, SNOW, SNOW, RAID_HAPPENED.format("The"), frames=[ATTACK, RAID])
    assert [each.trigger.text for each in done.events] == ["bombed"]


def test_who_condemns_the_attack_condemns_those_who_made_it() -> None:
    again = "Mali/NNP/nsubj>2 condemned=condemn/VBD/ROOT the/DT/det>4 attack/NN/dobj>2 ."
    done = coded(BOMBED, again, frames=[ATTACK, RAID, CONDEMN])
    assert event(done, "attack").same_as == event(done, "bombed").id
    assert [one.id for one in event(done, "condemned").recipients] == ["ESP"]


def test_the_move_means_the_only_act_told_shortly_before() -> None:
    banned = "Spain/NNP/nsubj>2 banned=ban/VBD/ROOT Kenya/NNP/dobj>2 ."
    again = "The/DT/det>2 move/NN/nsubj>3 surprised=surprise/VBD/ROOT Mali/NNP/dobj>3 ."
    alone = coded(banned, again, frames=[BAN, ATTACK])
    among_two = coded("France/NNP/nsubj>2 bombed=bomb/VBD/ROOT Mali/NNP/dobj>2 .", banned, again, frames=[BAN, ATTACK])
    assert event(alone, "move").same_as == event(alone, "banned").id
    assert "move" not in {each.trigger.text for each in among_two.events}


def test_second_telling_by_a_verb_of_the_same_day_is_the_same_act_and_of_another_day_is_not() -> None:
    told = "Spain/NNP/nsubj>2 attacked=attack/VBD/ROOT Kenya/NNP/dobj>2 on/IN/prep>2 {0}/NNP/pobj>4 ."
    same = coded(told.format("Monday"), told.format("Monday"), frames=[ATTACK], published="2022-03-02")
    other = coded(told.format("Monday"), told.format("Sunday"), frames=[ATTACK], published="2022-03-02")
    assert [each.same_as for each in same.events] == [None, same.events[0].id]
    assert [each.same_as for each in other.events] == [None, None]


def test_fuller_telling_leads_although_it_comes_later() -> None:
    short = "Spain/NNP/nsubj>2 attacked=attack/VBD/ROOT Kenya/NNP/dobj>2 on/IN/prep>2 Monday/NNP/pobj>4 ."
    full = (
        "Spain/NNP/nsubj>2 attacked=attack/VBD/ROOT Kenya/NNP/dobj>2 in/IN/prep>2 Nairobi/NNP/pobj>4 on/IN/prep>2 "
        "Monday/NNP/pobj>6 with/IN/prep>2 20/CD/nummod>10 missiles=missile/NNS/pobj>8 ."
    )
    first, second = coded(short, full, frames=[ATTACK], published="2022-03-02").events
    assert (first.same_as, second.same_as) == (second.id, None)


def test_headline_never_leads_however_full_it_is() -> None:
    headline = (
        "[headline] Spain/NNP/nsubj>2 visits=visit/VBZ/ROOT Kenya/NNP/dobj>2 on/IN/prep>2 Monday/NNP/pobj>4 "
        "with/IN/prep>2 20/CD/nummod>8 soldiers=soldier/NNS/pobj>6"
    )
    done = coded(headline, VISITED, frames=[VISIT], published="2022-03-02")
    body = event(done, "visited")
    assert (event(done, "visits").same_as, body.same_as) == (body.id, None)
    assert body.date is not None
    assert [one.best for one in body.magnitudes] == [20]


def test_two_verbs_of_one_sentence_tell_two_acts() -> None:
    twice = (
        "On/IN/prep>4 Monday/NNP/pobj>1 Spain/NNP/nsubj>4 attacked=attack/VBD/ROOT Kenya/NNP/dobj>4 and/CC/cc>4 "
        "bombed=bomb/VBD/conj>4 Kenya/NNP/dobj>7 on/IN/prep>7 Monday/NNP/pobj>9 ."
    )
    done = coded(twice, frames=[ATTACK], published="2022-03-02")
    assert [each.same_as for each in done.events] == [None, None]
