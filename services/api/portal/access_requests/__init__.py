"""The pages ``access_requests``: a family asks for its data, and whoever answers does so."""
