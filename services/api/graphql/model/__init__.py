"""What of the municipality's model stands in answers: reasons, strengths, and the model in force."""
