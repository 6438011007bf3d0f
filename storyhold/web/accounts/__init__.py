"""Pages to register, sign in, and look after an account."""
