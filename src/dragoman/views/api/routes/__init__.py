"""The routes, one module for each thing that can be asked. A new one is a module, and a line here."""

from fastapi import APIRouter

from dragoman.views.api.routes import (
    acts,
    book,
    codebook,
    counting,
    documents,
    exports,
    framing,
    ledger,
    parties,
    readings,
    recodings,
    reports,
    reviews,
    search,
    sources,
    store,
    tokens,
)

ROUTERS: tuple[APIRouter, ...] = (
    store.ROUTER,
    recodings.ROUTER,
    documents.ROUTER,
    reports.ROUTER,
    acts.ROUTER,
    exports.ROUTER,
    ledger.ROUTER,
    counting.ROUTER,
    framing.ROUTER,
    search.ROUTER,
    sources.ROUTER,
    book.ROUTER,
    codebook.ROUTER,
    parties.ROUTER,
    readings.ROUTER,
    reviews.ROUTER,
    tokens.ROUTER,
)
