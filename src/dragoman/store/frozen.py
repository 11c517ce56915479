"""Frozen: takes a connection, gives every act with its fullest report as one moment knows them, in a fixed order."""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection

from dragoman.records.account import Account
from dragoman.records.act import Act
from dragoman.records.question import Question
from dragoman.store.accounts import accounts_of
from dragoman.store.answering import acts_page

_AT_ONCE = 500


def every_account(connection: Connection) -> Iterator[Account]:
    """All acts, by their first day, then by id: the same order whatever was added first."""
    for _, accounts in groupby(_by_day(connection), key=lambda account: day_of(account.act)):
        yield from sorted(accounts, key=lambda account: account.act.id)


def day_of(act: Act) -> str:
    """The ISO day by which an act is sorted: when it happened or is to happen, else when it was first reported."""
    return act.date.start if act.date else act.first_reported or ""


def _by_day(connection: Connection) -> Iterator[Account]:
    cursor: str | None = None
    while True:
        page = acts_page(connection, Question(ascending=True), limit=_AT_ONCE, cursor=cursor)
        yield from accounts_of(connection, page.items)
        if page.next is None:
            return
        cursor = page.next
