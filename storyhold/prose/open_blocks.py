"""The stack of open blocks, and what an end tag can reach in it."""

from dataclasses import dataclass

from storyhold.prose.document import Container
from storyhold.prose.elements import HEADINGS, SHOWS_LI_THROUGH, TABLE_PARTS
from storyhold.prose.limits import MAX_NESTING, MAX_OPEN_BLOCKS
from storyhold.prose.marks import OpenMarks
from storyhold.prose.setting import Setting


@dataclass(slots=True)
class Scope:
    """Which blocks an end tag can reach: a table, cell or caption begins a new scope."""

    counts: dict[str, int]
    marks: OpenMarks


@dataclass(slots=True)
class OpenBlock:
    """One block whose end has not come yet."""

    name: str
    setting: Setting
    table: int
    item: int
    outer: Scope | None = None


class OpenBlocks:
    """The open blocks, outermost first. Every operation takes constant time, amortized."""

    def __init__(self, root: Container) -> None:
        self.top = OpenBlock("#root", Setting(root), table=-1, item=-1)
        self._stack = [self.top]
        self._scope = Scope({}, OpenMarks())
        self.marks = self._scope.marks
        """The inline elements open here."""
        self._too_deep: dict[str, int] = {}

    @property
    def setting(self) -> Setting:
        """The innermost block's setting."""
        return self.top.setting

    @property
    def depth(self) -> int:
        """How many blocks are open."""
        return len(self._stack)

    def has_room(self, *, levels: int) -> bool:
        """Tell whether a container of so many levels may be opened here."""
        if len(self._stack) + levels > MAX_OPEN_BLOCKS:
            return False
        return self.setting.box.depth + levels <= MAX_NESTING

    def enter_root(self, setting: Setting) -> None:
        """Give the outermost block a setting of its own, from `html` or `body`."""
        if len(self._stack) == 1 and not setting.box.children:
            self.top.setting = setting

    def push(self, name: str, setting: Setting) -> bool:
        """Open a block, unless too many are open; then its end tag will be passed over too."""
        depth = len(self._stack)
        if depth >= MAX_OPEN_BLOCKS and name != "p":
            self._too_deep[name] = self._too_deep.get(name, 0) + 1
            return False
        item = depth if name == "li" else self.top.item if name in SHOWS_LI_THROUGH else -1
        table = depth if setting.box.tag == "table" and name == "table" else self.top.table
        self.top = OpenBlock(name, setting, table, item)
        self._stack.append(self.top)
        self._scope.counts[name] = self._scope.counts.get(name, 0) + 1
        return True

    def begin_scope(self) -> None:
        """Shut the innermost block against end tags that belong outside it."""
        self.top.outer = self._scope
        self._enter(Scope({}, OpenMarks(self.marks.now)))

    def _enter(self, scope: Scope) -> None:
        self._scope = scope
        self.marks = scope.marks

    def close(self, name: str) -> bool:
        """Close the innermost block of this name and all inside it; tell whether one was."""
        if self._too_deep.get(name):
            self._too_deep[name] -= 1
            return True
        if not self._scope.counts.get(name):
            return False
        index = len(self._stack) - 1
        while self._stack[index].name != name:
            index -= 1
        self.cut(index)
        return True

    def close_heading(self, name: str) -> bool:
        """Close the innermost heading, whatever its level, as its end tag does."""
        if self._too_deep.get(name):
            return self.close(name)
        if not any(self._scope.counts.get(heading) for heading in HEADINGS):
            return False
        index = len(self._stack) - 1
        while self._stack[index].name not in HEADINGS:
            index -= 1
        self.cut(index)
        return True

    def cut(self, length: int) -> None:
        """Close blocks until `length` are open."""
        while len(self._stack) > length:
            block = self._stack.pop()
            if block.outer is not None:
                self._enter(block.outer)
            self._scope.counts[block.name] -= 1
        self.top = self._stack[-1]
        self.marks.leave(length)

    def close_paragraph(self) -> None:
        """Close the innermost block if it is a paragraph."""
        if self.top.name == "p":
            self.cut(len(self._stack) - 1)

    def close_item(self) -> None:
        """Close the list item that a new one would end."""
        if self.top.item >= 0:
            self.cut(self.top.item)

    def back_to_table(self, *keep: str) -> bool:
        """Close everything inside the innermost table, but for its open parts named `keep`."""
        table = self.top.table
        if table < 0:
            return False
        length = table + 1
        while length < len(self._stack) and self._stack[length].name in keep:
            length += 1
        self.cut(length)
        return True

    def close_part(self, name: str) -> None:
        """Close the open part of this name of the innermost table."""
        table = self.top.table
        if table < 0:
            return
        for index in range(table, min(table + 4, len(self._stack))):
            if self._stack[index].name == name:
                self.cut(index)
                return

    @property
    def is_between_cells(self) -> bool:
        """Tell whether text here would be in a table and in no cell."""
        return self.top.name in TABLE_PARTS and self.top.setting.box.tag in TABLE_PARTS

    def before_table(self) -> Setting:
        """Return a setting for what was written in a table but outside its cells."""
        outside = self._stack[self.top.table - 1].setting
        siblings = outside.box.children
        foster = siblings[-2] if len(siblings) > 1 else None
        if not isinstance(foster, Container) or foster.tag != "#foster":
            foster = Container("#foster", depth=outside.box.depth)
            siblings.insert(len(siblings) - 1, foster)
        return outside._replace(box=foster)
