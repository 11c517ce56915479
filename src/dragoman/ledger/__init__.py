"""The ledger room: takes deeds and texts, gives entries: what was promised, asked, imposed, held, said and disputed."""
