"""One module a subcommand, as ``command``: options in, analysis called, result out."""
