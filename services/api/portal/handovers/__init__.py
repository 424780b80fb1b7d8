"""The page ``handovers``: what is handed over to oneself or to where one works."""
