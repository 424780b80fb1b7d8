"""The dossier: what key, grant, retention, hold and audit pseudonym hang on (ADR 0004)."""
