"""The command line: a module a noun, a function a command."""
