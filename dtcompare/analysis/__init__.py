"""Pure functions: a data set in, a result out. No input, output, clock or formatting."""
