"""Consent: who must answer, what stands, and until when."""
