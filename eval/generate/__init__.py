"""Stories of known truth, of any size: `python -m eval.generate --reports N --seed S --out DIR`.

The way of a story: `world` (people, places, outlets) -> `plot` (what happens, and what is in dispute) ->
`newsroom` (who reports what on which day) -> `telling` (sentences, with the truth in each) -> `wires` (copies) ->
`furniture` and `writing` (files) and `key` (expected.yaml). The truth is recorded while the text is made and is
never read back from it; nothing here uses Dateline's own code.
"""
