"""A ranking drawn as bars."""
