"""Acts that two reports tell otherwise, compared sentence by sentence, for the stages on claims and conflicts.

acts        which acts a clause tells
slots       what an account gives: a day, a place, somebody who did it
days, places, doers   how each of these is read, and which two exclude each other
told        what a sentence tells of an act: the table of these
two_doers   whether two who are said to have done an act cannot both have done it
corrected   places that a report says are the wrong ones
differing   pairs of such accounts that cannot both be right
"""
