"""The tool `office_holders`, which needs no store."""

from tests.views.mcp.conftest import caller, stdio


def test_who_held_an_office_on_a_day(server):
    told = server.answer("office_holders", office="foreign minister", of="Japan", on="2022-06-29")
    assert [(one["actor"], one["person"]) for one in told["holders"]] == [("JPN", "Hayashi Yoshimasa")]
    assert told["holders"][0]["start"] <= "2022-06-29" < told["holders"][0]["end"]


def test_holders_through_the_years_are_told_in_order_and_in_parts(server):
    whole = server.answer("office_holders", office="prime minister", of="GBR", limit=100)
    begun = [one["start"] for one in whole["holders"]]
    assert begun == sorted(begun)
    assert whole["number"] > 5
    part = server.answer("office_holders", office="prime minister", of="GBR", limit=2, skip=2)
    assert part["holders"] == whole["holders"][2:4]


def test_errors_say_which_office_or_state_may_be_meant(server):
    assert "is no office of the book; did you mean" in server.error("office_holders", office="foreign ministr")
    assert "is none of the book" in server.error("office_holders", office="president", of="Narnia")


def test_a_server_without_a_store_answers_what_needs_none_and_says_what_is_missing(tmp_path):
    with caller(stdio(tmp_path / "none")) as asked:
        assert asked.answer("office_holders", office="president", of="FRA", on="2022-06-29")["number"] == 1
        assert asked.answer("code_text", text="Japan thanked Poland on Monday.", published="2024-05-24")["number"] == 1
        assert "dragoman store add" in asked.error("search_acts")
        assert not (tmp_path / "none").exists()
