"""A result drawn: marks laid out in points, then written as PNG, SVG or PDF."""
