"""Imports from the municipality's own systems: units, people, employments, custody, enrolments and relations."""
