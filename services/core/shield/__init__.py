"""What the model keeps from some of the family: as long as it says so, they learn nothing of it."""
