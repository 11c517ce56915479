"""The views: they show what the desk answers."""
