"""Rundbord: formalised cooperation around children and young people, one import root for all services."""
