"""The scanners' self-test: what arrived, how it arrived, and what to change."""
