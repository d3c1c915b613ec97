"""Pictures as inline SVG, drawn from numbers alone; colours and hatches are the style sheet's.

strip.py    the timeline as a picture; axis.py, where a day stands on it
graph.py    the network of actors; layout.py, where each of them stands
svg.py      elements as text
"""
