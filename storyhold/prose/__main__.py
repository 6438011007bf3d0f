"""`python -m storyhold.prose` is `storyhold prose`."""

import sys

from storyhold.prose.command import main

sys.exit(main(sys.argv[1:]))
