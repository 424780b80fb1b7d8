"""The pages of guides, methods and whom to reach."""
