"""Matching: takes a reading, gives for each clause the frame that fits it best, and who fills its sides."""
