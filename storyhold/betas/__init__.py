"""Beta readers: who offers to read drafts, private links to drafts, and notes on them."""
