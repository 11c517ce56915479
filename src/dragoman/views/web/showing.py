"""Showing: takes the name of a template and what it shows, gives HTML. Whatever comes from outside is text, not markup.

Templates are in `templates`. Every value is escaped, and control characters are shown as pictures, as in the terminal.
"""

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.desk.dealing import Flow
from dragoman.version import __version__
from dragoman.views.charts import drawn, flow_chart
from dragoman.views.drawing.layers import Tints
from dragoman.views.visible import visible
from dragoman.views.web import words
from dragoman.views.web.asked import address
from dragoman.views.web.lighting import differing, lit

_TINTS = Tints(gap="var(--rule)", line="var(--soft)", words="var(--soft)", ink="var(--ink)", paper="var(--paper)")


def show(template: str, shown: Mapping[str, object]) -> str:
    """The page of a site."""
    return _environment(alone=False).get_template(template).render(shown)


def show_alone(template: str, shown: Mapping[str, object]) -> str:
    """The same for a page that stands by itself: the pieces that it shares with the site lead nowhere."""
    return _environment(alone=True).get_template(template).render(shown)


@cache
def _environment(*, alone: bool) -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.views.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(words.FILTERS)
    environment.globals.update(
        words.WORDS,
        address=address,
        lit=lit,
        differing=differing,
        flow_drawing=_flow_drawing,
        version=__version__,
        ALONE=alone,
    )
    return environment


def _flow_drawing(flow: Flow) -> Markup:
    """Acts over time, in the colours of the page, whichever these are; the drawing holds figures and days alone."""
    colours = {quad: f"var(--{words.css(quad)})" for quad in words.QUADS}
    return Markup(drawn(flow_chart(flow, palette=colours, tints=_TINTS)))  # noqa: S704 - made of figures and days


def _shown(value: object) -> object:
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) else value
