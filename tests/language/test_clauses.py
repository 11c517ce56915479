"""Grammar's detours, undone: each sentence is told as who does what to whom."""

from tests.language.conftest import Clauses


def test_active_verb_has_doer_and_done_to(clauses: Clauses) -> None:
    assert {"doer=Canada", "done-to=diplomats"} <= clauses("Canada expelled four diplomats.")["expelled"]


def test_passive_swaps_doer_and_done_to(clauses: Clauses) -> None:
    assert {"doer=Canada", "done-to=diplomats"} <= clauses("Four diplomats were expelled by Canada.")["expelled"]


def test_receiver_of_a_passive_gift_is_the_one_given_to(clauses: Clauses) -> None:
    assert {"to=Ukraine", "done-to=tanks"} <= clauses("Ukraine was given tanks by Poland.")["given"]


def test_coordinate_subjects_are_doers_each(clauses: Clauses) -> None:
    assert {"doer=Japan", "doer=Korea"} <= clauses("Japan and Korea signed the treaty.")["signed"]


def test_coordinate_verbs_share_their_subject(clauses: Clauses) -> None:
    told = clauses("Macron met Scholz and thanked Poland.")
    assert "doer=Macron" in told["met"]
    assert {"doer=Macron", "done-to=Poland"} <= told["thanked"]


def test_coordinate_verbs_share_an_object(clauses: Clauses) -> None:
    assert "done-to=Iran" in clauses("The ministers condemned and sanctioned Iran.")["condemned"]


def test_one_urged_does_what_is_urged(clauses: Clauses) -> None:
    assert "doer=Iran" in clauses("Germany urged Iran to release the sailors.")["release"]


def test_one_called_on_does_what_is_called_for(clauses: Clauses) -> None:
    assert "doer=NATO" in clauses("Kyiv called on NATO to send air defences.")["send"]


def test_one_who_promises_does_what_is_promised(clauses: Clauses) -> None:
    assert "doer=Japan" in clauses("Japan promised NATO to raise spending.")["raise"]


def test_relative_pronoun_stands_for_its_noun(clauses: Clauses) -> None:
    assert "doer=rebels" in clauses("The rebels, who seized the airport, left.")["seized"]


def test_participle_after_a_noun_tells_what_was_done_to_it(clauses: Clauses) -> None:
    told = clauses("The sanctions imposed on Russia by Japan hurt trade.")
    assert {"done-to=sanctions", "on=Russia", "doer=Japan"} <= told["imposed"]


def test_gerund_after_a_charge_is_done_by_the_accused(clauses: Clauses) -> None:
    assert "doer=Iran" in clauses("Riyadh accused Iran of arming the rebels.")["arming"]


def test_light_verb_lends_its_subject_to_the_noun(clauses: Clauses) -> None:
    assert {"doer=Blinken", "with=Lavrov"} <= clauses("Blinken held a meeting with Lavrov.")["meeting"]


def test_possessor_and_by_phrase_are_doers_of_a_noun(clauses: Clauses) -> None:
    assert {"doer=Stoltenberg", "to=Japan"} <= clauses("Kyodo reported a visit to Japan by Stoltenberg.")["visit"]
    assert "doer=Stoltenberg" in clauses("Stoltenberg's visit pleased Tokyo.")["visit"]


def test_possessor_of_a_decision_does_what_is_decided(clauses: Clauses) -> None:
    assert "doer=Japan" in clauses("Seoul resented Japan's decision to curb exports.")["curb"]


def test_sides_of_a_noun_between_are_equal(clauses: Clauses) -> None:
    assert {"between=Serbia", "between=Kosovo"} <= clauses("Talks between Serbia and Kosovo resumed.")["Talks"]


def test_items_of_a_list_are_done_by_the_lists_subject(clauses: Clauses) -> None:
    told = clauses(
        "Canada announced several measures, including banning oil imports; freezing bank assets; "
        "and expelling Russian envoys."
    )
    for verb in ("banning", "freezing", "expelling"):
        assert "doer=Canada" in told[verb], verb


def test_object_read_as_second_subject_is_mended(clauses: Clauses) -> None:
    assert "done-to=China" in clauses("For the first time ever, the alliance's strategy mentioned China.")["mentioned"]


def test_verdict_is_not_the_sentence(clauses: Clauses) -> None:
    told = clauses(
        "Rulings by South Korean courts holding Japanese firms liable for forced labor during the war "
        "also sparked outcry from Tokyo."
    )
    assert {"done-to=firms", "complement=liable"} <= told["holding"]
    assert "done-to=outcry" in told["sparked"]


def test_existential_there_borrows_no_subject(clauses: Clauses) -> None:
    told = clauses("There had been talks between Baku and Yerevan.")
    assert {"between=Baku", "between=Yerevan"} <= told["talks"]
    assert not any(argument.startswith("doer=") for argument in told["been"])


def test_whoever_is_asked_does_each_item_of_a_list(clauses: Clauses) -> None:
    for text in (
        "Oslo asked Kampala to free the crew, to lift the ban and to open the port.",
        "Oslo asked Kampala to free the crew, lift the ban and open the port.",
        "Oslo asked Kampala for three things: to free the crew, to lift the ban and to open the port.",
    ):
        told = clauses(text)
        assert all("doer=Kampala" in told[verb] for verb in ("free", "lift", "open")), text


def test_purpose_before_a_list_of_one_stays_a_purpose(clauses: Clauses) -> None:
    assert "doer=Oslo" in clauses("Oslo urged Kampala to talk, to save lives.")["urged"]


def test_light_verb_of_a_relative_clause_lends_its_subject_to_the_noun(clauses: Clauses) -> None:
    assert {"doer=Kishida", "to=Seoul"} <= clauses("The visit that Kishida paid to Seoul was praised.")["visit"]
