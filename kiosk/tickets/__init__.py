"""Signed QR tickets: their text, their keys, their short codes and their pictures."""
