"""What happened compared with each other, for the stages on events, claims and conflicts.

telling     one event as one report tells it, and the keys by which tellings meet
sameness    whether two tellings are one act
in_common   acts told in other words: what two sentences have in common
same_act    triggers that can tell one act
same_day    times that can be those of one act, and the one they come to
one_time    the time of one act that several reports tell
same_place  places that can be the place of one act
course      one act planned, moved, called off, happened
wording     what the words of an act name, whatever their form
kindred     triggers that may tell one occasion, though they mean different things
other_verbs acts that two reports tell by different verbs
undated     acts that no day tells apart
counted     what a number counts, and whether two numbers agree
"""
