"""Doors: the same questions asked by shell, from Python, of a server and by a language model, told by the same facts.

A door has a function for each kind of question; it takes where to ask and what is asked, gives the facts. Whoever
adds a door adds such functions, and its name to `DOORS`: `test_same_answers.py` then asks it all questions.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
from fastapi.testclient import TestClient
from tests.views.mcp.conftest import Caller
from typer.testing import CliRunner

from dragoman.book import open_book
from dragoman.desk import asking, framing, ledger
from dragoman.desk.parties import party_id
from dragoman.pipeline import Coder
from dragoman.questions import read_question
from dragoman.store import open_store
from dragoman.views.cli.app import app

MANY = 100
OK, COMING = 200, 202


@dataclass
class Place:
    """Where one asks: a store, clients at the two servers that show it, a coder, and a folder for files."""

    folder: Path
    client: Caller
    server: TestClient
    coder: Coder
    files: Path


# By shell.


def shell(*words: str) -> str:
    done = CliRunner().invoke(app, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def shell_lines(place, *words):
    return [json.loads(line) for line in shell(*words, "--store", str(place.folder)).splitlines()]


def shell_acts(place, *, question):
    return list(map(act_facts, shell_lines(place, "find", question, "--json", "--limit", str(MANY))))


def shell_act(place, *, act):
    (told,) = shell_lines(place, "show", act, "--json")
    return whole_act_facts(told)


def shell_ledger(place, *, who, other=None, kind=None, as_of=None):
    options = [("--with", other), ("--kind", kind), ("--as-of", as_of)]
    words = [word for option, value in options if value for word in (option, value)]
    return sorted(map(entry_facts, shell_lines(place, "ledger", who, *words, "--format", "jsonl")))


def shell_due(place, *, before, today):
    words = ["ledger", "due", "--before", before, "--today", today, "--format", "jsonl"]
    return list(map(entry_facts, shell_lines(place, *words)))


def shell_series(place, *, question, one, other, by):
    words = ["series", f"dyad:{one}<>{other}", question, "--by", by, "--csv", "--store", str(place.folder)]
    rows = csv.DictReader(io.StringIO(shell(*words)))
    return [
        (row["step"], int(row["acts"]), round(float(row["goldstein_sum"]), 3), int(row["documents"])) for row in rows
    ]


def shell_framing(place, *, by, of):
    return sorted(map(framing_facts, shell_lines(place, "framing", by, of, "--format", "jsonl")))


def shell_compared(place, *, by, of, one, other):
    return list(map(change_facts, shell_lines(place, "framing", by, of, "--compare", one, other, "--format", "jsonl")))


def shell_holders(place, *, office, of, on=None):
    told = shell("actors", "holders", office, "--of", of, *(["--on", on] if on else []), "--json")
    return [holder_facts(json.loads(line)) for line in told.splitlines()]


def shell_coded(place, *, text, published):
    file = place.files / "text.txt"
    file.write_text(text, "utf-8")
    told = shell("code", str(file), "--published", published, "--format", "jsonl")
    return [event_facts(json.loads(line)) for line in told.splitlines()]


# From Python.


def python_asked(place, ask):
    """What the desk answers, as JSON has it."""
    with open_store(place.folder) as store:
        return json.loads(msgspec.json.encode(ask(store)))


def python_acts(place, *, question):
    return [
        act_facts(one)
        for one in python_asked(place, lambda store: store.acts(read_question(question), limit=MANY).items)
    ]


def python_act(place, *, act):
    return whole_act_facts(python_asked(place, lambda store: asking.act(store, act)))


def python_ledger(place, *, who, other=None, kind=None, as_of=None):
    def ask(store):
        second = party_id(store, other) if other else None
        return ledger.ledger(store, party_id(store, who), with_=second, kind=kind, as_of=as_of)

    return sorted(map(entry_facts, python_asked(place, ask)))


def python_due(place, *, before, today):
    return list(map(entry_facts, python_asked(place, lambda store: ledger.due(store, before=before, today=today))))


def python_series(place, *, question, one, other, by):
    asked = read_question(f"dyad:{one}<>{other} {question}")
    told = python_asked(place, lambda store: asking.series(store, asked, by=by))
    return list(map(bucket_facts, told["buckets"]))


def python_framing(place, *, by, of):
    told = python_asked(place, lambda store: framing.framing(store, party_id(store, by), party_id(store, of)))
    return sorted(map(framing_facts, told))


def python_compared(place, *, by, of, one, other):
    told = python_asked(place, lambda store: framing.framing_compared(store, by, of, one, other).comparison.aligned)
    return list(map(change_facts, told))


def python_holders(place, *, office, of, on=None):
    held = open_book().holders(office, of=of, day=on)
    return [(one.actor, one.office, one.person, one.start, one.end) for one in held]


def python_coded(place, *, text, published):
    coded = place.coder.code(text, published=published)
    return [
        (one.id, one.type, one.status, one.trigger.start, one.trigger.end, one.trigger.text, round(one.confidence, 6))
        for one in coded
    ]


# By a language model.


def model_acts(place, *, question):
    return list(map(act_facts, place.client.answer("search_acts", question=question, limit=MANY)["acts"]))


def model_act(place, *, act):
    told = place.client.answer("get_act", id=act, limit=MANY)
    events = [one["event"] for one in told["act"]["passages"]]
    return whole_act_facts(
        {**told["act"], **{key: told[key] for key in ("status_history", "voices")}, "reports": events}
    )


def model_ledger(place, **asked):
    return sorted(map(entry_facts, place.client.answer("ledger", **asked, limit=MANY)["entries"]))


def model_due(place, **asked):
    return list(map(entry_facts, place.client.answer("due", **asked, limit=MANY)["entries"]))


def model_series(place, **asked):
    return list(map(bucket_facts, place.client.answer("dyad_series", **asked)["buckets"]))


def model_framing(place, **asked):
    told = place.client.answer("framing", **asked, limit=MANY)["passages"]
    return sorted(framing_facts({**one, "what": one["words"]}) for one in told)


def model_compared(place, **asked):
    told = place.client.answer("compare_framing", **asked, limit=MANY)["aligned"]
    return [
        change_facts({**one, **{side: one[side] and {"what": one[side]["words"]} for side in ("earlier", "later")}})
        for one in told
    ]


def model_holders(place, **asked):
    return list(map(holder_facts, place.client.answer("office_holders", **asked)["holders"]))


def model_coded(place, **asked):
    return list(map(event_facts, place.client.answer("code_text", **asked)["events"]))


# From a server of the interface for programs.


def server_answer(place, address, **asked):
    wanted = {name: value for name, value in asked.items() if value}
    told = place.server.get(f"/api/v1{address}", params=wanted)
    while told.status_code == COMING:
        told = place.server.get(f"/api/v1{address}", params=wanted)
    assert told.status_code == OK, told.text
    return told.json()


def server_acts(place, *, question):
    return [act_facts(one["act"]) for one in server_answer(place, "/acts", q=question, limit=MANY)["acts"]]


def server_act(place, *, act):
    return whole_act_facts(server_answer(place, f"/acts/{act}")["act"])


def server_ledger(place, *, who, other=None, kind=None, as_of=None):
    asked = {"who": who, "with": other and party_id_of(place, other), "kind": kind, "as_of": as_of, "limit": MANY}
    return sorted(map(entry_facts, server_answer(place, "/ledger", **asked)["entries"]))


def server_due(place, *, before, today):
    told = server_answer(place, "/ledger", due_before=before, today=today, limit=MANY)
    return list(map(entry_facts, told["entries"]))


def server_series(place, *, question, one, other, by):
    told = server_answer(place, "/series", q=f"dyad:{one}<>{other} {question}", by=by)
    return list(map(bucket_facts, told["series"]["buckets"]))


def server_framing(place, *, by, of):
    return sorted(map(framing_facts, server_answer(place, "/framing", by=by, of=of)["entries"]))


def server_compared(place, **asked):
    return list(map(change_facts, server_answer(place, "/framing/comparison", **asked)["comparison"]["aligned"]))


def server_holders(place, *, office, of, on=None):
    return list(map(holder_facts, server_answer(place, "/offices", office=office, of=of, day=on)["held"]))


def server_coded(place, *, text, published):
    told = place.server.post("/api/v1/readings", json={"text": text, "published": published})
    assert told.status_code == OK, told.text
    return list(map(event_facts, told.json()["coded"]["events"]))


def party_id_of(place, name):
    with open_store(place.folder) as store:
        return party_id(store, name)


# The facts by which answers are compared.


def act_facts(told):
    sides = [[(one["id"], one["name"]) for one in told[side]] for side in ("actors", "recipients")]
    days = told["date"] and (told["date"]["start"], told["date"]["end"])
    return (told["id"], told["type"], told["mode"], told["status"], *map(tuple, sides), days, told["confidence"])


def whole_act_facts(told):
    history = tuple((one["status"], one["known_on"]) for one in told["status_history"])
    voices = tuple((one["stance"], tuple(one["events"])) for one in told["voices"])
    return (act_facts(told), tuple(told["reports"]), history, voices)


def entry_facts(told):
    what = told["what"]
    history = tuple((one["tie"], one["state"], one["day"], one["act"]) for one in told["history"])
    due = told["due"] and told["due"]["end"]
    return (told["id"], told["kind"], told["state"], due, what["document"], what["start"], what["end"], history)


def bucket_facts(told):
    return (told["name"], told["number"], round(told["goldstein"], 3), told["read"])


def framing_facts(told):
    what = told["what"]
    return (what["document"], what["start"], what["end"], what["text"], told["theme"] or "", told["intensity"])


def change_facts(told):
    sides = [told[side] and told[side]["what"] for side in ("earlier", "later")]
    return (
        told["change"],
        told["theme"],
        told["why"],
        *((one["document"], one["start"]) if one else None for one in sides),
    )


def holder_facts(told):
    return (told["actor"], told["office"], told["person"], told["start"], told["end"])


def event_facts(told):
    trigger = told["trigger"]
    words = (trigger["start"], trigger["end"], trigger["text"])
    return (told["id"], told["type"], told["status"], *words, round(told["confidence"], 6))


DOORS: Mapping[str, Mapping[str, Callable[..., object]]] = {
    "shell": {
        "acts": shell_acts,
        "act": shell_act,
        "ledger": shell_ledger,
        "due": shell_due,
        "series": shell_series,
        "framing": shell_framing,
        "compared": shell_compared,
        "holders": shell_holders,
        "coded": shell_coded,
    },
    "Python": {
        "acts": python_acts,
        "act": python_act,
        "ledger": python_ledger,
        "due": python_due,
        "series": python_series,
        "framing": python_framing,
        "compared": python_compared,
        "holders": python_holders,
        "coded": python_coded,
    },
    "server": {
        "acts": server_acts,
        "act": server_act,
        "ledger": server_ledger,
        "due": server_due,
        "series": server_series,
        "framing": server_framing,
        "compared": server_compared,
        "holders": server_holders,
        "coded": server_coded,
    },
    "model": {
        "acts": model_acts,
        "act": model_act,
        "ledger": model_ledger,
        "due": model_due,
        "series": model_series,
        "framing": model_framing,
        "compared": model_compared,
        "holders": model_holders,
        "coded": model_coded,
    },
}
