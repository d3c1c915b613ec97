"""What was said compared with each other, for the stages on quotations, claims and conflicts.

spoken        two quotations: identical, trimmed, changed in words
polarity      what one sentence affirms and denies
statements    the sentences of quotations, with what they affirm and deny
rebuttals     where a report itself says that one source answers another
opposition    pairs of statements that cannot both be right
role_holders  a printed attribution against the reports' knowledge of who holds which office
"""
