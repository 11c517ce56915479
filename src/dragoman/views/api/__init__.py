"""The REST interface: the questions of the desk under `/api/v1`, for programs; `make_api` makes it for a site."""
