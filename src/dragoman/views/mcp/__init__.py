"""The server for language models: it shows what the desk answers, by the Model Context Protocol."""
