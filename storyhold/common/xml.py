"""What XML can say."""

import re

# What XML 1.0 has no way to say, however it is escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def without_the_unsayable(xml: str) -> str:
    """Return a document without the characters that make every parser refuse it."""
    return _NOT_XML.sub("", xml)
