"""How the threads stage works: which texts tell of one matter.

rarity    how much a word tells: the rarer in English, the more
content   a text as its words by weight and the people it names
grouping  texts grouped while two groups are alike enough
"""
