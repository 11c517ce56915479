"""Standing: takes a clause, gives the status of its act, who says that it is so, and what its words turn it into."""
