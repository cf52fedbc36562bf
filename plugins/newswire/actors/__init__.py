"""Actors: who they are, which post they held when, and where a text names them."""
