"""Making the table of places that ships with Dateline: a tool, no part of the program."""
