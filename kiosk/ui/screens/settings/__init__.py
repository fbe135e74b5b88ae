"""Settings: what the manager sets for this computer, this entrance and its rules."""
