"""Intake: bytes in, Arrival or Rejection out; one reader a file."""
