"""The tools: each is a function that takes what is opened and what is asked, and gives an answer of a stated shape.

A model reads of a tool its docstring, of its arguments what their annotations tell.
"""

from collections.abc import Callable

from dragoman.views.mcp.shapes import Shape
from dragoman.views.mcp.tools.acts import get_act, search_acts
from dragoman.views.mcp.tools.coding import code_text
from dragoman.views.mcp.tools.documents import read_document
from dragoman.views.mcp.tools.framing import compare_framing, framing
from dragoman.views.mcp.tools.ledger import due, ledger
from dragoman.views.mcp.tools.offices import office_holders
from dragoman.views.mcp.tools.series import dyad_series

TOOLS: dict[str, Callable[..., Shape]] = {
    "Code a text": code_text,
    "Search acts": search_acts,
    "Get an act": get_act,
    "Look into the ledger": ledger,
    "See what is due": due,
    "Count acts over time": dyad_series,
    "See what one says of another": framing,
    "Compare framing": compare_framing,
    "See who held an office": office_holders,
    "Read a document": read_document,
}
"""The tools by their titles."""
