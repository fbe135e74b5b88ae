"""The store: one encrypted SQLite file behind the ports of the operations."""
