"""From the bytes of somebody's file to a header and rows: characters, columns, header line, numbers and dates as the file writes them."""
