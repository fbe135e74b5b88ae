"""Who is on the site: the live count, and the list that an evacuation needs."""
