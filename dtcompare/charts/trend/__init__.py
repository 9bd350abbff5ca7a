"""Change over time: lines, lanes and places."""
