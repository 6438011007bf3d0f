"""What has changed, told to whoever keeps pages: all processes of an archive share it."""
