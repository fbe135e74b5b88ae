"""The computer under the kiosk: what it tells of its disk, power, sleep, sound and printers."""
