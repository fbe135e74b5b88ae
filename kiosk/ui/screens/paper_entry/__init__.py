"""«Внести с бумаги»: what was written on class sheets and lists while no kiosk worked."""
