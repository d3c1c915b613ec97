"""Pages: what a story tells, as HTML that asks nothing of any network.

dossier.py   the one-file document; page.py the templates' environment
desk.py      citations, sentences and names: what every part is written with
parts/       one section of a page a file, from the story's views to what its template prints
drawing/     pictures as SVG; each has its equal in text beside it
templates/, static/   Jinja2 and CSS
"""
