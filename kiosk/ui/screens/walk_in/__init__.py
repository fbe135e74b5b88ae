"""Without a ticket: somebody, or a whole class, is registered with the fewest words."""
