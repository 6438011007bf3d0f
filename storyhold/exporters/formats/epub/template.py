"""The templates of this format."""

from pathlib import Path

from storyhold.exporters.formats.template import Templates

FILES = Path(__file__).resolve().parent / "files"
filled = Templates(FILES).filled
