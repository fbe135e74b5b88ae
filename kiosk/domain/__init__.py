"""The rules: plain values and functions, no I/O and no clock of their own."""
