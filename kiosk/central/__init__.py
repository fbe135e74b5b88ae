"""The central server: it enrols kiosks, hands out rosters, and acknowledges their journals."""
