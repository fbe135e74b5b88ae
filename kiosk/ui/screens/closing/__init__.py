"""The day's end: what is proved, what stands in the way, and what to do about it."""
