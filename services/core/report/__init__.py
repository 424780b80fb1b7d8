"""What professionals tell upwards, e.g. that legislation stands in the way (SL-32); never about a child."""
