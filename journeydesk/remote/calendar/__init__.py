"""Reading a calendar by its address: a file over HTTP, or a collection over CalDAV."""
