"""The question that a group's ticket asks: how many of them came, or left."""
