"""Practice: the coach beside the gate."""
