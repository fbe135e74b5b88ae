"""From a device to a scan: keyboard scanners, pictures, camera frames, keyboard layouts."""
