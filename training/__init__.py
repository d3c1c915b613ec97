"""Examples that the small models are trained on: written for Dateline, in the project, checked by tests."""
