"""Pages to print and to send: drawn from values, without a window and without a store."""
