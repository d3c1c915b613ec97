"""Texts compared with each other, for the copy stage.

shingles           the words of a report's body, hashed in runs
retelling          what its sentences tell, however they are worded
agencies           one name for each agency that reports credit
alignment          the passages that two texts share, with their places on both sides
lineage            which text descends from which
shared_quotations  quotations that two reports print in the same cut
"""
