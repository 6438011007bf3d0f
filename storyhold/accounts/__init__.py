"""People: members, pen names, sign-in, invitations, standing."""
