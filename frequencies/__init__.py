"""Making the table of word frequencies that ships with Dateline: a tool, no part of the program."""
