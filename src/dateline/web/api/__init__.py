"""The same for programs: everything that the pages show, as JSON under /api/v1.

resources.py  the lists, each with its rows and what narrows it
single.py     what there is one of: the overview, one actor, one report, what stands behind one record
routes.py     requests to answers; cursors.py, where the next rows begin
problems.py   errors as RFC 9457 has them
openapi.py    the description of all this, made from the same tables; schemas.py, of rows
"""
