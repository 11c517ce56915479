"""The tools `framing` and `compare_framing`, asked over the shipped examples."""

from dragoman.desk import framing as desk
from dragoman.store import open_store


def test_what_is_said_comes_theme_by_theme_with_passages_and_texts(server, folder):
    told = server.answer("framing", of="Sweden", by="TUR", limit=100)
    with open_store(folder) as store:
        own = desk.framing(store, "TUR", "SWE")
        texts = {one.id: store.document(one.id).document.text for one in desk.headings(store, _ids(own)).values()}
    assert told["number"] == len(told["passages"]) == len(own) == sum(told["themes"].values())
    assert {one["id"] for one in told["texts"]} == set(texts)
    for passage in told["passages"]:
        words = passage["words"]
        assert texts[words["document"]][words["start"] : words["end"]] == words["text"]
        assert -3 <= passage["intensity"] <= 3


def test_it_tells_what_all_say_and_on_one_theme_alone(server):
    whole = server.answer("framing", of="RUS")
    assert whole["by"] is None
    theme = next(name for name in whole["themes"] if name)
    own = server.answer("framing", of="RUS", theme=theme)
    assert own["number"] == whole["themes"][theme]
    assert {one["theme"] for one in own["passages"]} == {theme}
    assert "nothing is said on 'weather'; something is on" in server.error("framing", of="RUS", theme="weather")


def test_two_texts_are_laid_side_by_side(server, folder):
    told = server.answer("compare_framing", by="TUR", of="SWE", one="2023-01-24", other="2022-05-18")
    with open_store(folder) as store:
        own = desk.framing_compared(store, "TUR", "SWE", "2022-05-18", "2023-01-24")
    assert (told["earlier"]["id"], told["later"]["id"]) == (own.earlier.id, own.later.id)
    assert told["earlier"]["published"] == "2022-05-18"
    assert [one["change"] for one in told["aligned"]] == [one.change for one in own.comparison.aligned]
    assert told["number"] == sum(told["changes"].values()) > 0
    for one in told["aligned"]:
        side = one["later"] or one["earlier"]
        document = own.later if one["later"] else own.earlier
        assert document.text[side["words"]["start"] : side["words"]["end"]] == side["words"]["text"]


def test_only_one_kind_of_change_is_told_where_that_is_asked(server):
    whole = server.answer("compare_framing", by="TUR", of="SWE", one="2022-05-18", other="2023-01-24")
    new = server.answer("compare_framing", by="TUR", of="SWE", one="2022-05-18", other="2023-01-24", change="new")
    assert new["number"] == whole["changes"].get("new", 0)
    assert {one["change"] for one in new["aligned"]} <= {"new"}


def test_errors_say_which_text_is_not_meant(server):
    asked = {"by": "TUR", "of": "SWE"}
    assert "no text that names them is called '1999-01-01'" in server.error(
        "compare_framing", **asked, one="1999-01-01", other="2022-05-18"
    )
    assert "are one text" in server.error("compare_framing", **asked, one="2022-05-18", other="2022-05-18")


def _ids(entries):
    return {entry.what.document for entry in entries}
