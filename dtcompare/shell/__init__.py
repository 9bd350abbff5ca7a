"""What every command shares: the global options, names turned into ids, a result shown."""
