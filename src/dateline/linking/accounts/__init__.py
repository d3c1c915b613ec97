"""Acts that two reports tell otherwise, compared sentence by sentence, for the stages on claims and conflicts.

told        what a sentence tells of an act that happens once
corrected   places that a report says are the wrong ones
differing   pairs of such accounts that cannot both be right
"""
