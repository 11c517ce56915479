"""Terms: writes on which terms an outlet's texts may be passed on."""

from sqlalchemy import or_, select, update

from dragoman.errors import StoreError
from dragoman.store import schema
from dragoman.store.store import Store


def say_terms(store: Store, outlet: str, *, licence: str | None = None, may_be_passed_on: bool | None = None) -> None:
    """Notes an outlet's licence, and whether a release may hold its texts; None leaves what stands there.

    Raises:
        StoreError: the store has nothing of that outlet.
    """
    sources = schema.sources
    said = {"licence": licence, "may_be_passed_on": may_be_passed_on}
    told = {name: value for name, value in said.items() if value is not None}
    with store.writing() as connection:
        known = connection.execute(select(sources.c.name).order_by(sources.c.name)).scalars().all()
        if outlet not in known:
            raise StoreError(
                f"nothing of {outlet!r} is in the store; there are {', '.join(filter(None, known)) or 'none'}"
            )
        if told:
            differing = or_(*(sources.c[name].is_distinct_from(value) for name, value in told.items()))
            connection.execute(update(sources).where(sources.c.name == outlet, differing).values(**told))
