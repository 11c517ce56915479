"""Language: takes Documents, gives their Sentences, and each Sentence's Clauses. Only this room knows the parser."""
