"""The tools `search_acts` and `get_act`, asked over the shipped examples."""

from dragoman.desk import asking
from dragoman.questions import read_question
from dragoman.store import open_store


def test_acts_are_found_by_the_language_of_questions(server):
    found = server.answer("search_acts", question="dyad:HUN>SWE type:agree,reject date:2024")
    assert found["question"] == "dyad:HUN>SWE type:AGREE,REJECT date:2024"
    assert found["number"] == len(found["acts"]) > 0
    assert all(act["type"] in {"AGREE", "REJECT"} for act in found["acts"])
    assert all("HUN" in [one["id"] for one in act["actors"]] for act in found["acts"])


def test_every_act_comes_with_passages_that_stand_so_in_their_documents(server, folder):
    found = server.answer("search_acts", question="", limit=100)
    with open_store(folder) as store:
        for act in found["acts"]:
            assert act["passages"]
            for passage in act["passages"]:
                document = store.document(passage["document"]).document
                assert document.text[passage["start"] : passage["end"]] == passage["text"]
                assert passage["title"] == document.title


def test_pages_follow_one_another_until_all_acts_are_told(server, folder):
    ids, cursor = [], None
    while True:
        page = server.answer("search_acts", question="party:UKR", limit=40, cursor=cursor)
        ids += [act["id"] for act in page["acts"]]
        if (cursor := page["next"]) is None:
            break
    with open_store(folder) as store:
        told = [act.id for act in store.every_act(read_question("party:UKR"))]
    assert ids == told
    assert page["number"] == len(told) > 40


def test_an_act_of_many_reports_shows_a_few_of_their_passages_in_a_list_and_all_by_its_id(server):
    first = server.answer("search_acts", question="reports>=4 sort:-reports", limit=1)["acts"][0]
    assert first["reports"] > len(first["passages"]) == 3
    whole = server.answer("get_act", id=first["id"])
    assert len(whole["act"]["passages"]) == first["reports"]
    assert whole["next"] is None
    assert {one["event"] for one in whole["act"]["passages"]} == {
        event for voice in whole["voices"] for event in voice["events"]
    }
    assert whole["merges"]
    assert all(one["reasons"] for one in whole["merges"])


def test_passages_of_an_act_can_be_had_in_parts(server):
    first = server.answer("search_acts", question="reports>=4 sort:-reports", limit=1)["acts"][0]
    one = server.answer("get_act", id=first["id"], limit=2)
    rest = server.answer("get_act", id=first["id"], skip=one["next"])
    events = [passage["event"] for part in (one, rest) for passage in part["act"]["passages"]]
    assert len(events) == len(set(events)) == first["reports"]
    assert "there are" in server.error("get_act", id=first["id"], skip=1000)


def test_an_act_is_shown_as_it_was_known_on_a_day(server, folder):
    with open_store(folder) as store:
        act = next(one for one in store.every_act() if len({step.known_on for step in one.status_history}) > 1)
        then = asking.act(store, act.id, as_of=act.first_reported)
    told = server.answer("get_act", id=act.id, as_of=act.first_reported)
    assert told["act"]["status"] == then.status
    assert told["act"]["reports"] == len(then.reports) < len(act.reports)
    assert "was not known yet" in server.error("get_act", id=act.id, as_of="1990-01-01")


def test_an_act_is_found_by_the_id_of_a_report(server):
    act = server.answer("search_acts", question="type:AID", limit=1)["acts"][0]
    assert server.answer("get_act", id=act["passages"][0]["event"])["act"]["id"] == act["id"]


def test_errors_say_what_is_wrong_and_what_to_do(server):
    assert server.error("search_acts", question="actors:JPN") == (
        "character 1: unknown field 'actors'; did you mean 'actor'?"
    )
    assert server.error("search_acts", cursor="nonsense") == (
        "'nonsense' is no cursor; take the one that the page before gave"
    )
    assert server.error("get_act", id="act-ffffffffffff") == "there is no act act-ffffffffffff; `search_acts` shows ids"


def test_arguments_that_are_mistyped_are_told(server):
    assert server.error("search_acts", questoin="x") == "there is no argument questoin; did you mean question?"
    assert server.error("get_act") == "id is missing; give it"
    assert server.error("search_acts", limit=0) == "limit=0: input should be greater than or equal to 1"
    assert server.error("search_acts", limit="many").startswith("limit='many': input should be a valid integer")
    assert server.error("get_act", id="act-1234", as_of="soon") == "as_of: 'soon' is no day; write it as 2022-06-29"
    assert server.error("search_act") == "there is no tool search_act; did you mean search_acts?"
    assert "there are code_text, search_acts" in server.error("weather")


def test_a_question_that_finds_nothing_is_told_what_was_meant(server):
    found = server.answer("search_acts", question="type:CONSUL actor:Japan")
    assert (found["number"], found["acts"]) == (0, [])
    assert found["doubts"] == [
        "there is no type 'CONSUL'; did you mean 'CONSULT'?",
        "parties are asked for by their ids; did you mean 'JPN' in place of 'Japan'?",
    ]
    assert server.answer("search_acts", question="type:CONSULT", limit=1)["doubts"] == []
