"""Test identity providers for one machine: a MitID-style broker and one provider per municipality.

Stands apart from the services' own login code on purpose: what both sides get wrong in the same way, no test
sees.
"""
