"""Who is mentioned: takes sentences, gives the participants that they name, describe or point back to."""
