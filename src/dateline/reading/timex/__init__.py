"""Dateline's grammar of time expressions (TIMEX3), apart from the stage that runs it.

lexicon     words -> word classes
cascade     classes -> larger pieces, rule by rule: the longest reading from the left wins
numerals, dates, lengths, parts     the four passes of the grammar
meaning     what an expression says before it is tied to a day
periods     days, weeks, months ... of the calendar, and steps between them
tense       does the governing verb look back or ahead?
resolve     meaning + anchor -> TIMEX3 value and an interval of days
"""
