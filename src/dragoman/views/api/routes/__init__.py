"""The routes, one module for each thing that can be asked. A new one is a module, and a line here."""

from fastapi import APIRouter

from dragoman.views.api.routes import (
    acts,
    book,
    counting,
    documents,
    framing,
    ledger,
    readings,
    reports,
    reviews,
    search,
    sources,
    store,
    tokens,
)

ROUTERS: tuple[APIRouter, ...] = (
    store.ROUTER,
    documents.ROUTER,
    reports.ROUTER,
    acts.ROUTER,
    ledger.ROUTER,
    counting.ROUTER,
    framing.ROUTER,
    search.ROUTER,
    sources.ROUTER,
    book.ROUTER,
    readings.ROUTER,
    reviews.ROUTER,
    tokens.ROUTER,
)
