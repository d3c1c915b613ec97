"""How each table looks in a terminal: one file a table, rows in, lines on paper out."""
