"""One module a result: how it becomes a sheet, a document and records."""
