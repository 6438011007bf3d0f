"""The process before Django: it answers guests from pages it has kept, and relays all else."""
