"""Everything that is noticed has a sentence."""

import ast
import re
from pathlib import Path

import storyhold.importers
from storyhold.importers.topics import GROUPS, TOPICS

ROOM = Path(storyhold.importers.__file__).parent
NOTING = {"note", "say", "keep_aside", "Finding"}


def noted():
    """Every topic that is named where something is noticed."""
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in NOTING:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value, path.name


def _name(func):
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def test_whatever_is_noticed_has_a_topic():
    assert {(topic, where) for topic, where in noted() if topic not in TOPICS} == set()


def test_every_topic_has_a_heading_and_a_sentence():
    for topic in TOPICS.values():
        assert topic.group in GROUPS
        assert topic.sentence.endswith((".", "”", "}")), topic.sentence
        assert not re.search(r"\{\}", topic.sentence)
