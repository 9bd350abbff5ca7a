"""Results as typed JSON documents: the same classes write the JSON and its JSON Schemas."""
