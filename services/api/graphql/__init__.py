"""The one contract: GraphQL over HTTP, by noun (see ``schema.py`` and ``endpoint.py``)."""
