"""The network of a question: who acts toward whom, drawn and as a table, and who stands in the middle."""

from collections.abc import Iterator
from typing import BinaryIO

from dragoman.desk import networks
from dragoman.desk.dealing import entity
from dragoman.desk.networks import Network
from dragoman.questions import read_question
from dragoman.records.question import Question
from dragoman.views.drawing.graph import Picture, kind_of, picture
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked
from dragoman.views.web.lists import write_rows
from dragoman.views.web.narrowing import acts_between
from dragoman.views.web.site import Site
from dragoman.views.web.words import QUADS

USUAL, MOST = 40, 80  # parties that are drawn
TIES = 40  # that the table shows
LONG = 18  # letters of a name
CENTRAL = 15  # parties that the table shows
COLUMNS = ("actor", "actor_name", "recipient", "recipient_name", "number", "goldstein_mean", *QUADS)


def answer(site: Site, asked: Asked) -> Answer:
    """The network of the question `q`; `parties` of it are drawn."""
    store, question = site.store, read_question(asked.text("q"))
    parties = asked.number("parties", usual=USUAL, most=MOST)
    told = site.memory.answer(store, ("network", question), lambda: networks.network(store, question))
    return Answer(
        title=f"Network: {told.question}" if told.question else "Network",
        template="network.html",
        shown={
            "network": told,
            "picture": _picture(site, told, question, parties),
            "kind_of": kind_of,
            "brokers": networks.BROKERS,
            "acts_between": lambda tie: acts_between(question, tie.actor, tie.recipient),
            "central": sorted(told.members, key=lambda one: -(one.between or 0))[:CENTRAL],
            "ties": told.ties[:TIES],
        },
        record=told,
        rows=lambda stream: write_rows(COLUMNS, _rows(site, told), stream),
        others={
            "graphml": lambda stream: _write_graph(told, "graphml", stream),
            "gexf": lambda stream: _write_graph(told, "gexf", stream),
        },
    )


PAGE = Page(path="/network", answer=answer, forms=("json", "csv", "graphml", "gexf"))


def _picture(site: Site, network: Network, question: Question, parties: int) -> Picture:
    """The picture is remembered, since it takes a while to lay out."""
    return site.memory.answer(
        site.store,
        ("picture", question, parties),
        lambda: picture(network, parties=parties, name=lambda id_: _short(site, id_)),
    )


def _short(site: Site, id_: str) -> str:
    """How a party is called in a picture: an organisation of a long name by its letters, if its id is these."""
    name, known = site.name(id_), entity(site.world, id_)
    letters = known is not None and known.kind == "igo" and id_.isupper() and len(id_) < LONG < len(name)
    return id_ if letters else name


def _rows(site: Site, network: Network) -> Iterator[tuple[str | float, ...]]:
    """A row a tie, the most acts first."""
    for tie in network.ties:
        quads = (tie.quads.get(quad, 0) for quad in QUADS)
        names = (tie.actor, site.name(tie.actor), tie.recipient, site.name(tie.recipient))
        yield *names, tie.number, tie.goldstein, *quads


def _write_graph(network: Network, form: str, stream: BinaryIO) -> None:
    # The library of networks takes a while to import, and most pages need it not.
    from dragoman.analysis.network import gexf, graphml  # noqa: PLC0415

    graph = networks.graph_of(network)
    stream.write((graphml(graph) if form == "graphml" else gexf(graph)).encode())
