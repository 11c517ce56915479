"""Reading dates: takes the words of a sentence, gives what the date expression at a place among them means."""
