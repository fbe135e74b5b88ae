"""What people do at a kiosk: one module an action, over the ports that `ports` names."""
