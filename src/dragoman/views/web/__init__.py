"""The desk in the browser: pages made on the server from what the desk answers; `make_app` makes the application."""
