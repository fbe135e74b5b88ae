"""Ready for the day: what was looked at, and what is still to be done."""
