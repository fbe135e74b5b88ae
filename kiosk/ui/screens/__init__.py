"""A folder a screen: a presenter that knows no Qt, and a view that paints its state."""
