"""What is needed now and then: one large button each."""
