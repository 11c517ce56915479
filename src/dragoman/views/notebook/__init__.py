"""Records in a notebook: small pieces of HTML that need nothing else, in light and in dark."""
