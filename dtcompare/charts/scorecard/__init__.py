"""Provinces by indicators, a square each: targets reached, figures reported."""
