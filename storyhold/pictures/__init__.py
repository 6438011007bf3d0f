"""Pictures that people bring: looked at, made anew, and kept as files in the data folder."""
