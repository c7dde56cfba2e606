"""The prospect list: model, table, header, filters, bulk bar and what its keys do."""
