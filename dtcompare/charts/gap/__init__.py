"""Gaps drawn as dumbbells and tables."""
