"""dtcompare compares provinces on digital transformation and ranks only like with like."""

from __future__ import annotations

__version__ = "0.1.0"
