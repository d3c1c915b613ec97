"""Speed, as ratios: `python -m bench` times every report stage against a bare spaCy parse in the same run.

The bare parse is `nlp.pipe` with the model's default components and batches of 8 over the same clean text
without furniture, a paragraph a text. Runs alternate (bare, ours, bare, ours ...), medians are printed: absolute
times on a shared machine say little.
"""
