"""The journal: what is written, how it is chained, signed, acknowledged and proved."""
