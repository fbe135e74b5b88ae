"""What people see. Presenters know no Qt, views know no rules."""
