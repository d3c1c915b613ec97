"""Our own gold of copies: spun and cut copies of a text against independent tellings of the same facts."""
