"""The one room that knows all the others: settings, root addresses, the server, the commands."""
