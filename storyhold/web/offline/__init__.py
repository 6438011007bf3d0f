"""The archive on a device: installed like an app, and stories to read without a connection."""
