"""The packer: one PHP file for those who reach their old archive by FTP alone."""
