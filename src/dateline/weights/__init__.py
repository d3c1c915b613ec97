"""Weights of small models, each in a folder with an about.toml that says how it was made; numpy reads them."""
