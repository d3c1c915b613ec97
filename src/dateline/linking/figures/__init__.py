"""Numbers that are stated outside any act, compared with each other, for the stages on claims and conflicts.

units       what a number counts
stated      a number in a sentence, what it counts and what it is about
disputed    pairs of numbers of one thing that cannot both be right
"""
