"""Where an address of an old archive leads now; decided without a request."""
