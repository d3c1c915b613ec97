"""How the actors stage works: from the chains of all reports to the actors of the story.

profile    a chain with its mentions and roles, as linking sees it
spelling   chains with one spelling of a name, over all reports
short_forms  which names are parts of a fuller one
bodies     countries, places and organisations: tables, acronyms, spellings
people     persons: full names over spellings, then those who are called by a surname alone
unnamed    groups and descriptions without a name
merged     an actor while it is made, and where each chain has gone
merge      all of these in their order: every chain to one merged actor
ruled      merged actors as persons ruled; listed, as a user's table has them
records    the records of a merged actor

Two printed names, apart from any chain:

latin        a name in Latin letters, whatever its script
sounds       what a word may sound like, over romanisations
romanised    Chinese and Korean names
written      a person's name taken apart: titles, generation, nickname
surnames     surnames that change with gender
same_person  whether two names may be one person's
same_body    whether two names may be one organisation's or place's
candidate    how near two names are: what is worth a look
"""
