"""The pages ``/reports``: what professionals tell upwards, and the answers."""
