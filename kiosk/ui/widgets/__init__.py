"""Small reusable parts of the screens."""
