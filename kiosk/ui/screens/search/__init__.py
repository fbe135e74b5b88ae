"""The search at the gate: who is meant, by name, class and school."""
