"""Why somebody is let in against the rule: a guest whom another site expected."""
