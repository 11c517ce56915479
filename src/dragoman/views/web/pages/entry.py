"""An entry of the ledger: its story from its beginning, each step with the passage that tells it and why it counts."""

from dragoman.desk.ledger import story_among
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked, address
from dragoman.views.web.lists import entry_items, write_entries, write_entries_calendar
from dragoman.views.web.site import Site
from dragoman.views.web.trouble import Moved, found
from dragoman.views.web.words import entry_sentence


def answer(site: Site, asked: Asked) -> Answer:
    """The entry of that id, or of the beginning of one."""
    store, id_ = site.store, asked.parts["id"]
    ledger = site.ledger()
    if ledger is None:
        return Answer(title="Ledger", template="coming.html", shown={"progress": site.progress}, reload=5, status=202)
    story = found(lambda: story_among(store, ledger.entries, id_))
    entry = story.entry
    if entry.id != id_:
        raise Moved(address("entries", entry.id))
    return Answer(
        title=entry_sentence(entry),
        template="entry.html",
        shown={"story": story, "entry": entry},
        record=story,
        rows=lambda stream: write_entries([entry], stream),
        feed=entry_items([entry]),
        calendar=lambda stream: write_entries_calendar([entry], stream),
    )


PAGE = Page(path="/entries/{id}", answer=answer, forms=("json", "csv", "atom", "ics"))
