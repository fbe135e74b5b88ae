"""The first start, before the kiosk belongs to a site."""
