"""The pages ``/indicators``: the committee's figures, on screen, on paper and as a file."""
