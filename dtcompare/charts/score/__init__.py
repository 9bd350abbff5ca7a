"""A composite score drawn."""
