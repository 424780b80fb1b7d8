"""The municipality's own look on its pages."""
