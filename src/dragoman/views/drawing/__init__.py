"""Drawing: takes what the desk answers, gives Altair charts, and writes them as SVG, PNG or a page of HTML."""
