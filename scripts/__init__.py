"""Programs for those who work on dtcompare."""
