"""The commands that show the ledger of a store."""
