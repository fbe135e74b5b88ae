"""Printing on the system's printer, in a process of its own: no check-in ever waits for it.

A printer's driver may hang, or crash whatever it runs in, and asking for the list of printers may
wait for the network. So the window's process only queues; `python -m kiosk.printing` prints.
"""
