"""Documents to hand in, and the site of all of them: one neutral document, three writers."""
