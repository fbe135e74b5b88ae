"""The day's start: counting begins, and what was scanned to try the kiosk out does not count."""
