"""What the services share: nouns with their rules, SQL and stores. Never deployed by itself."""
