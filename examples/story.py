"""A story told over many items: takes the examples, prints what Türkiye and Hungary did about Finland and Sweden.

    python examples/story.py

Each line is an event of the item published that day, with the words that prove it; those that name the act are bold.
"""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

import dragoman

HERE = Path(__file__).parent
GATEKEEPERS = {"TUR", "HUN"}
CANDIDATES = {"FIN", "SWE", "NATO"}
TITLE = "Asks, answers and their price: how Finland and Sweden joined NATO"


def main() -> None:
    """Codes the items of 2022 to 2024 and prints the story."""
    results = dragoman.load().code(sorted(HERE.glob("202[234]-*.txt")))
    table = Table("published", "who", "act", "whom", "words", title=TITLE, box=None)
    for coded in results.documents:
        day = coded.document.published or ""
        for event in story(coded):
            table.add_row(day, who(event.actors), act(event), who(event.recipients), words(event))
            day = ""
    Console().print(table)


def story(coded: dragoman.Coded) -> Iterator[dragoman.Event]:
    """What a gatekeeper did toward a candidate, or with one, or the other way round; each act once."""
    for event in coded.events:
        actors = {participant.id for participant in event.actors}
        recipients = {participant.id for participant in event.recipients} or actors
        inward, outward = (
            actors & CANDIDATES and recipients & GATEKEEPERS,
            actors & GATEKEEPERS and recipients & CANDIDATES,
        )
        if (inward or outward) and event.same_as is None:
            yield event


def who(participants: tuple[dragoman.Participant, ...]) -> str:
    """The ids, once each."""
    return " ".join(dict.fromkeys(participant.id for participant in participants))


def act(event: dragoman.Event) -> str:
    """The type, and the status of what did not simply happen."""
    return event.type if event.status == "occurred" else f"{event.type}\n{event.status}"


def words(event: dragoman.Event) -> Text:
    """The passage that proves the event."""
    text = Text(" ".join(event.evidence[0].text.split()))
    text.highlight_words([event.trigger.text], "bold")
    return text


if __name__ == "__main__":
    main()
