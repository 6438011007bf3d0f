"""What a member is told: somebody reviewed, answered, published, asked."""
