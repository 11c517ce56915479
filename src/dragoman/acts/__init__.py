"""Reports → acts: which events of different documents tell the same act, and what they tell of it together."""
