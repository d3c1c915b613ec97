"""Our own gold of speech and its scorer; README.md describes both."""
