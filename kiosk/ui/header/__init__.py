"""The strip above every screen: where this is, what a scan does now, what is not sent yet."""
