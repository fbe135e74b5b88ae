"""Migrations of the kiosk's database, run by the store itself."""
