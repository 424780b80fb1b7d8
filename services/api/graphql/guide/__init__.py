"""Guides, methods, and whom to reach: texts that belong to the municipality's model."""

from services.api.graphql.guide.query import directory, guide, guides

QUERIES = (guides, guide, directory)
MUTATIONS = ()
