"""What the archive holds, in numbers and fingerprints, to be compared with another one."""
