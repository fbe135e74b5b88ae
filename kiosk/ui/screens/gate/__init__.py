"""The entrance: one scan, one verdict, and what to say next."""
