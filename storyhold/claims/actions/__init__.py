"""Asking for an account, giving it, and telling members that the archive has moved."""
