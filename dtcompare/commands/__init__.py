"""One module a subcommand: options in, analysis called, result out."""
