"""Our own gold of printings: two printings of quotations, of one utterance or of two."""
