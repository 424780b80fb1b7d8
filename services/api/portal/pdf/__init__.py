"""Documents as accessible PDF (ADR 0035): what a page shows, set on paper in the municipality's look."""
