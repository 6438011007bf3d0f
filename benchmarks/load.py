"""Requests by wrk, from this machine, and what became of them."""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}

# Asks for addresses of a file: nineteen of twenty times for one of the first twentieth.
AS_IN_LIFE = """
local addresses = {}
for line in io.lines(%(file)r) do addresses[#addresses + 1] = line end
local favorites = math.max(1, math.floor(#addresses / 20))
math.randomseed(%(seed)d)
request = function()
  local most = math.random() < 0.95 and favorites or #addresses
  return wrk.format("GET", addresses[math.random(most)], {["Accept-Encoding"] = "gzip"})
end
"""
# Counting takes time, so it has runs of its own.
COUNTING = """
local me
setup = function(thread) me = thread end
all, hits = 0, 0
response = function(status, headers, body)
  all = all + 1
  if headers["cache-status"] then hits = hits + 1 end
end
done = function() print("Hits: " .. me:get("hits") .. " of " .. me:get("all")) end
"""


@dataclass(frozen=True)
class Load:
    """What one run of wrk found."""

    rate: float  # answers a second
    p99: float  # milliseconds
    said: str

    @property
    def errors(self) -> str:
        """What went wrong, in wrk's words; empty when nothing did."""
        return " ".join(re.findall(r"(?:Socket errors|Non-2xx).*", self.said))

    @property
    def share_of_hits(self) -> float:
        found = re.search(r"Hits: (\d+) of (\d+)", self.said)
        assert found, self.said
        return int(found[1]) / int(found[2])


def load(
    address: str, *, seconds: int, connections: int = 16, headers: dict[str, str] | None = None,
    script: str = "",
) -> Load:  # fmt: skip
    """Ask as fast as answers come, on one thread."""
    command = wrk(address, seconds=seconds, connections=connections, headers=headers or {})
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        words = [*command, "-s", file.name] if script else command
        said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec: +([\d.]+)", said)
    slow = re.search(r"99% +([\d.]+)(us|ms|s|m)", said)
    assert rate, said
    assert slow, said
    return Load(float(rate[1]), float(slow[1]) * UNITS[slow[2]], said)


def wrk(address: str, *, seconds: int, connections: int, headers: dict[str, str]) -> list[str]:
    fields = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    return ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--latency", *fields, address]


def in_the_middle(loads: list[Load]) -> Load:
    """The median of rates and of slow answers."""
    said = " ".join(each.errors for each in loads).strip()
    return Load(median(each.rate for each in loads), median(each.p99 for each in loads), said)


def as_in_life(addresses: list[str], file: Path, *, seed: int, counting: bool = False) -> str:
    """Return a script that visits these addresses, the favorites first."""
    file.write_text("\n".join(addresses))
    return AS_IN_LIFE % {"file": str(file), "seed": seed} + (COUNTING if counting else "")
