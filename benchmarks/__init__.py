"""How fast dtcompare is, in ratios: ``python -m benchmarks``."""
