"""What authors learn about their readers: how many, where, and on which days."""
