"""Practice: the folder that it is played in, and its cards."""
