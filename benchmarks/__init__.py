"""How fast dtcompare is, in ratios: ``python -m benchmarks``, ``python -m benchmarks.score``."""
