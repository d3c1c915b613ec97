"""What is known of actors beyond the story's own words.

actor_file.py   the user's table of actors
of_actor.py     the codes of one actor: by its names, by its roles, by the user's table
gazetteer.py    the places of the world by name
which_place.py  which of the places of one name a story means
"""
