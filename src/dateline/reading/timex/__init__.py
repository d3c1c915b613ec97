"""Dateline's grammar of time expressions (TIMEX3), apart from the stage that runs it.

lexicon     words -> word classes
cascade     classes -> larger pieces, rule by rule: the longest reading from the left wins
numerals, dates, years, occasions, deictics, lengths, parts, happenings, bounds     the rules, pass by pass
grammar     the passes in order: a parsed paragraph -> its expressions
meaning     what an expression says before it is tied to a day
choices     which one of several, counted from what
answers     what an expression is read against, and what comes out
periods     days, weeks, months ... of the calendar, and steps between them; feasts
tense       whether the governing verb looks back or ahead
narrated    the acts that a text dates, for what is reckoned from them
memory      the dates of a report so far
publication what a report dated by its month leaves open
resolve     meaning + anchor -> TIMEX3 value and an interval of days; rounds: what comes round;
            stretches: lengths; values: notation
"""
