"""Statistics: takes what a store counts, gives series, networks, movers, changes and firsts. Pure: no store, no SQL."""
