"""Our own gold of names: pairs as the press prints them, one bearer or two."""
