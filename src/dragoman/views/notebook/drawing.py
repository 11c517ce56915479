"""Drawing for notebooks: takes what Python users get, gives a piece of HTML that needs no other file, script or host.

Texts, events, acts and entries are told as the pages tell them; anything else that holds rows is a table of them.
"""

from dragoman.records.act import Act
from dragoman.records.entry import Entry
from dragoman.records.event import Coded, Event
from dragoman.results import Results
from dragoman.views.notebook.pieces import Html, join, tag
from dragoman.views.notebook.records import act_html, entry_html, event_html
from dragoman.views.notebook.tables import table_of
from dragoman.views.notebook.texts import coded_html, results_html

# Middle tones: 3:1 at least before white and before black, since a notebook does not say which it is. Words keep the
# colour that the notebook gives them.
STYLE = """<style>
.dragoman { font: 13px/1.45 system-ui, sans-serif; max-width: 60rem; overflow-wrap: anywhere; }
.dragoman .text { font: 16px/1.6 Georgia, serif; max-width: 42rem; max-height: 26rem; overflow-y: auto; }
.dragoman .text > div { margin: 0 0 0.6em; } .dragoman .text .headline { font-size: 1.25em; }
.dragoman .soft { opacity: 0.75; } .dragoman p { margin: 0.25em 0; } .dragoman ol, .dragoman ul { margin: 0; padding-left: 1.5em; }
.dragoman table { border-collapse: collapse; margin: 0.5em 0; font-size: 12px; }
.dragoman th, .dragoman td { text-align: left; vertical-align: top; padding: 2px 10px 2px 0; border: 0; border-bottom: 1px solid rgba(128, 128, 128, 0.35); background: none; }
.dragoman thead th { font-weight: 600; border-bottom-color: currentColor; } .dragoman tr > th[scope="row"] { font-weight: 400; opacity: 0.75; white-space: nowrap; } .dragoman tr > .number { text-align: right; font-variant-numeric: tabular-nums; }
.dragoman q { font-family: Georgia, serif; font-size: 1.08em; } .dragoman sup { font-size: 0.7em; line-height: 0; margin-right: 0.1em; }
.dragoman .q { white-space: nowrap; border-bottom: 2px solid var(--q); }
.dragoman mark { color: inherit; background: none; text-decoration: underline 2px var(--q); text-underline-offset: 0.2em; }
.dragoman .verbal_cooperation { --q: #3a8fb0; } .dragoman .material_cooperation { --q: #3f9a5a; }
.dragoman .verbal_conflict { --q: #b07d1a; } .dragoman .material_conflict { --q: #d65a5f; }
.dragoman .occurred { background: rgba(128, 128, 128, 0.18); } .dragoman .planned, .dragoman .possible { text-decoration-style: dashed; }
.dragoman .pledged { text-decoration-style: double; text-decoration-thickness: 1px; } .dragoman .requested { text-decoration-style: dotted; }
.dragoman .threatened { text-decoration-style: wavy; text-decoration-thickness: 1px; } .dragoman .cancelled { text-decoration-line: line-through; }
.dragoman .negated { text-decoration-line: underline line-through; }
</style>"""  # noqa: E501 - a style sheet


def html_of(shown: object) -> str:
    """The piece of HTML for whatever a notebook is to show."""
    return f'<div class="dragoman">{STYLE}{_body(shown)}</div>'


def _body(shown: object) -> Html:
    match shown:
        case Results():
            return results_html(shown)
        case Coded():
            return coded_html(shown)
        case Event():
            return event_html(shown)
        case Act():
            return act_html(shown)
        case Entry():
            return entry_html(shown)
        case _:
            return join([tag("p", type(shown).__name__, class_="soft"), table_of(shown)])
