"""How much and how long: what one visitor, and all together, may ask of the edge."""

# A request's head, with all its cookies; browsers stay far below.
HEAD_BYTES = 32 * 1024
FIELDS = 100
# Longer bodies than any archive to move in (a terabyte) are a mistake or worse.
BODY_BYTES = 1 << 40
# So much of a body is gathered before Django hears of it: a slow sender occupies nobody there.
GATHERED_BYTES = 256 * 1024
# So much may wait in memory on its way from one side to the other.
ON_THE_WAY = 128 * 1024
# A longer page is passed on, not kept.
KEPT_BYTES = 4 * 1024 * 1024

# Seconds from the first byte of a head to its last, and between two requests.
HEAD_SECONDS = 15.0
IDLE_SECONDS = 75.0
# A body may take so long, and a second more for each of so many bytes that came.
BODY_SECONDS = 20.0
BODY_PACE = 1024
# Seconds in which a reader must take some of what waits for him.
SEND_SECONDS = 60.0

# Connections with visitors; above it, those that idle are closed for new ones.
CONNECTIONS = 4000
# Requests that are with Django at once, and the seconds one waits for its turn.
AT_ONCE = 64
TURN_SECONDS = 30.0
# Seconds in which Django must begin to answer, and to be there at all.
ANSWER_SECONDS = 300.0
START_SECONDS = 6.0
# Connections to Django that are kept between two requests.
SPARE = 16
