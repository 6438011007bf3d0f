"""Pages: addresses of archives that moved in, which lead to where everything is now."""
