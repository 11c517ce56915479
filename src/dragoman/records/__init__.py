"""Records: the nouns that the rooms hand to each other. They answer questions about themselves, and do nothing."""
