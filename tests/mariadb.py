"""A MariaDB server to throw away, for what reads old archives from the database they lie in."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER, PASSWORD = "lantern", 'it\'s "secret"'


class Server:
    """Reached through its socket by the command line, and on `port` by everything else."""

    def __init__(self, folder: Path, port: int) -> None:
        self.socket, self.port = folder / "socket", port

    def run(self, sql: bytes, *, database: str = "") -> bytes:
        """Run statements as the database's owner and return what they print."""
        words = [shutil.which("mariadb") or "mysql", "-u", "root", f"--socket={self.socket}", "-N"]
        done = subprocess.run(
            [*words, "--default-character-set=binary", *([database] if database else [])],
            input=sql,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout


@contextmanager
def mariadb(folder: Path, port: int) -> Iterator[Server]:
    """Start a server whose data lies in `folder`, with a user for the old archive."""
    install, run = shutil.which("mariadb-install-db"), shutil.which("mariadbd")
    assert install, "bin/check installs mariadb-server-core"
    assert run, "bin/check installs mariadb-server-core"
    options = ["--no-defaults", "--user=root", f"--datadir={folder}/data"]
    subprocess.run(
        [install, *options, "--skip-test-db", "--auth-root-authentication-method=normal"],
        check=True,
        capture_output=True,
    )
    server = Server(folder, port)
    process = subprocess.Popen(
        [run, *options, f"--socket={server.socket}", f"--port={port}", "--bind-address=127.0.0.1"],
        stderr=subprocess.DEVNULL,
    )
    try:
        while not server.socket.exists():
            assert process.poll() is None, "MariaDB did not start"
            time.sleep(0.05)
        server.run(
            f"CREATE USER {USER} IDENTIFIED BY '{PASSWORD.replace(chr(39), chr(39) * 2)}';"
            f"GRANT ALL ON *.* TO {USER};".encode()
        )
        yield server
    finally:
        process.kill()
        process.wait()
