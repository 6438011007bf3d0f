"""The words our templates know beside Django's own."""
