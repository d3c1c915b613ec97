"""Pages: what a story tells, as HTML that asks nothing of any network. One dossier in a file, or a desk of pages.

dossier.py   the one-file document; narrowed.py, a part of a story;
             embedded.py, its rows as data, run.py, what it was made by; writing.py puts it on the disk
app.py       the desk as an ASGI application; serving.py, on a port of this machine; room.py, the story it reads
warming.py   lays it out before anybody asks, turns.py by turns with them; answers.py, pages written before
shell.py     a template with menu and foot; failures.py, what becomes of errors
ruling.py    decisions come in; linking.py, the story is linked by them
api/         the same for programs
guards/      what stands between a browser and the desk
asked.py     what an address asks for; listing.py, a sheet of a long list; links.py, where links lead
pages/       the desk's pages, one a file
parts/       what dossier and pages share: one kind of line a file, from views to what a template prints
by_actor.py  what belongs to one actor
desk.py      citations, sentences and names: what every part is written with
drawing/     pictures as SVG; each has its equal in text beside it
templating.py, templates/, static/   Jinja2, CSS, and one script that every page can do without
"""
