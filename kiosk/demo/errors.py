"""What can go wrong with a demo."""


class DemoError(Exception):
    """A demo world cannot be made or used. The message says what to do."""
