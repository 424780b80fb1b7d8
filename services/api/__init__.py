"""The HTTP service: GraphQL, login and the portal's pages."""
