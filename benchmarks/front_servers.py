"""nginx, sending a file, and in front of an archive as the how-to says."""

import re
import subprocess
import time
from pathlib import Path

from tests.site.served import ROOT, free_port

HOW_TO = ROOT / "docs/how-to/run-behind-a-front-server.md"
MAIN = """
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
    {http}
    server {{ listen 127.0.0.1:{port}; {server} }}
}}
"""
FILES = 'root {root}; default_type "text/html; charset=utf-8";'


class Nginx:
    """A running nginx with one worker."""

    def __init__(self, folder: Path, *, server: str, http: str = "") -> None:
        folder.mkdir()
        # Its worker is another user.
        folder.chmod(0o755)
        self.port = free_port()
        text = MAIN.format(folder=folder, http=http, server=server, port=self.port)
        (folder / "nginx.conf").write_text(text)
        self.process = subprocess.Popen(["nginx", "-p", folder, "-c", folder / "nginx.conf"])
        time.sleep(1)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()


def sending_files(folder: Path, root: Path) -> Nginx:
    return Nginx(folder, server=FILES.format(root=root))


def before_archive(folder: Path, archive: int, pages: Path) -> Nginx:
    """nginx as the how-to sets it up for page files, with our port and our folder."""
    blocks = re.findall(r"```nginx\n(.*?)```", HOW_TO.read_text(), re.DOTALL)
    http, server = [
        block.replace("/var/cache/storyhold", str(pages)).replace(":8000", f":{archive}")
        for block in blocks
        if "$storyhold_file" in block
    ]
    return Nginx(folder, http=http, server=server)
