"""Dateline: dated news reports in, one story file out."""
