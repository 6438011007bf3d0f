"""Makes the packer for one archivist: a PHP file and the code that opens it."""

import secrets
from datetime import timedelta
from hashlib import sha1
from importlib.resources import files

from django.utils.timezone import now

FILE = "storyhold-pack.php"
GOOD_FOR = timedelta(days=14)


def new_code() -> str:
    """Return a code by chance, of 120 bits."""
    return "-".join(secrets.token_hex(3) for _ in range(5))


def packer(code: str) -> str:
    """Return the text of a PHP file that this code opens; only a hash of it is in the file."""
    until = int((now() + GOOD_FOR).timestamp())
    # SHA-1 is what every PHP has; of so long a code by chance it gives nothing away.
    code_sha1 = sha1(code.encode(), usedforsecurity=False).hexdigest()
    text = files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    return text.replace("{{code_sha1}}", code_sha1).replace("{{good_until}}", str(until))
