"""Colours, sizes and fonts: the only place that knows them."""
