"""Engines: the only files that know about processes."""
