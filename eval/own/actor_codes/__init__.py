"""Actor codes: which cases of the gold words alone decide, and how they are scored."""
