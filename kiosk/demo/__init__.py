"""The demo: an invented world, and one open-doors day played in it."""
