"""Every state of every screen, as data: what the desk answers, and what is done at the window."""
