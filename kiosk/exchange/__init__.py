"""The journal's couriers: how records, rosters and receipts travel."""
