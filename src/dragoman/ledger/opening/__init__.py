"""Opening: takes the roll of deeds, gives the entries that these make: each kind by rules of its own."""
