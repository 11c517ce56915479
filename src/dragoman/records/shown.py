"""Shown: what draws itself in a notebook. How, is the business of the views, which are asked when one does."""

from importlib import import_module

_DRAWS = "dragoman.views.notebook.drawing"


class Shown:
    """A record that a notebook shows as HTML, where it would print it otherwise."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """What Jupyter and its like ask of an object that ends a cell."""
        # By name: records know no view, and whoever is in no notebook imports none.
        html: str = import_module(_DRAWS).html_of(self)
        return html
