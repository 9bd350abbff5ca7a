"""A result shown: one sheet for the text faces, one document for JSON, one list of records."""
