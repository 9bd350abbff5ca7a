"""A ranking drawn as a tile map."""
