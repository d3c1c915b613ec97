"""Numbers that are stated outside any act, compared with each other, for the stages on claims and conflicts.

numerals      numbers in figures and in words, with bounds and approximations
units         what a number counts, as the words beside it say
aspects       what a sum or a measure is of: a debt, a fine, a depth
scopes        what befell those who are counted
counters      who counts
bare          numbers whose noun stands elsewhere: "the union put it at 60"
stated        a number in a sentence, what it counts and what it is about
readings      the numbers of sentences, read one after the other
summed        numbers told side by side that make up a whole
same_subject  whether numbers of two reports count the same
rivals        two counts of one thing in one report
deeds         what was done with what is counted
one_deed      whether two numbers are of one deed, however long after they are told
tolls         how many were held or hurt, as two reports of one matter have it
ages          how old somebody is
disputed      pairs of numbers of one thing that cannot both be right
"""
