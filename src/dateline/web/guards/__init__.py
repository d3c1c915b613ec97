"""What stands between a browser and the desk. Each file is one guard, a plain ASGI middleware.

hosts.py     answers only to the names of this machine (against DNS rebinding)
writes.py    who may write or use the API: the launch token; and from where: our own pages only (against CSRF)
headers.py   what a browser may do with an answer: run no script but ours, load nothing from elsewhere
"""
