"""The trial station: who takes part, and whether the trial is completed."""
