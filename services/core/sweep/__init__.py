"""Sweeps: what finds everything that is due, tenant by tenant, whoever wakes it and however often."""
