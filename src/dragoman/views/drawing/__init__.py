"""Drawing: takes what the desk answers, gives where marks lie for SVG of our own, and Altair charts, also as files."""
