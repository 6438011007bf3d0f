"""Two people who use the site: one by keyboard alone, one by pointer without JavaScript."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from time import monotonic

from playwright.sync_api import Locator, Page, expect

from tests.site.served import PATIENCE

MOST_TABS = 250
PASSWORD = "a kettle on a cold stove"


class Person(ABC):
    """Somebody with a browser."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def open_until(self, path: str, control: Locator) -> None:
        """Open a page again and again until something is on it that the worker brings."""
        patience = monotonic() + PATIENCE
        while not control.count():
            assert monotonic() < patience, f"{path} does not show {control}"
            self.open(path)

    def link(self, name: str, *, nth: int = 0) -> Locator:
        return self.page.get_by_role("link", name=name, exact=True).nth(nth)

    def button(self, name: str) -> Locator:
        return self.page.locator("main").get_by_role("button", name=name, exact=True)

    def follow(self, name: str) -> None:
        self.use(self.link(name))

    def follow_in_page(self, name: str) -> None:
        self.use(self.page.locator("main").get_by_role("link", name=name, exact=True))

    def press(self, name: str) -> None:
        self.use(self.button(name))

    def field(self, label: str) -> Locator:
        # The label may go on with “(optional)”; a section may be called so as well.
        labelled = self.page.locator("main").get_by_label(re.compile(f"^{re.escape(label)}"))
        return labelled.and_(self.page.locator("input, select, textarea")).first

    def fill(self, label: str, text: str) -> None:
        self.type(self.field(label), text)

    def sees(self, text: str) -> None:
        expect(self.page.locator("body")).to_contain_text(text)

    def sign_in(self, name: str, password: str) -> None:
        self.fill("Pen name or e-mail", name)
        self.fill("Password", password)
        self.press("Sign in")

    def register(self, pen_name: str) -> None:
        self.open("/")
        self.follow("Sign in")
        self.follow_in_page("Register")
        self.fill("Pen name", pen_name)
        self.fill("E-mail", f"{pen_name.split()[0].lower()}@example.net")
        self.fill("Password", PASSWORD)
        self.fill("The same password again", PASSWORD)
        self.tick("I have read the terms")
        self.press("Register")
        self.sees(pen_name)

    def begin_a_story(self, title: str, text: str, *, press: str) -> None:
        """Write the first chapter, and press a button below it."""
        self.open("/desk/new/")
        self.fill("Title", title)
        self.choose(self.page.get_by_role("radio", name=re.compile("^General")))
        self.fill("Text", text)
        self.press(press)
        self.sees(title)

    def write_a_chapter(self, title: str, text: str) -> None:
        """Write it in the form that is open, and publish it."""
        self.fill("Chapter title", title)
        self.fill("Text", text)
        self.press("Publish")
        self.sees(f"{title} is published.")

    @abstractmethod
    def use(self, control: Locator) -> None: ...

    @abstractmethod
    def type(self, field: Locator, text: str) -> None: ...

    @abstractmethod
    def choose(self, radio: Locator) -> None: ...

    @abstractmethod
    def tick(self, label: str) -> None: ...


class ByPointer(Person):
    """Clicks."""

    def use(self, control: Locator) -> None:
        control.click()

    def type(self, field: Locator, text: str) -> None:
        field.fill(text)

    def pick(self, label: str, choice: str) -> None:
        self.field(label).select_option(label=choice)

    def choose(self, radio: Locator) -> None:
        radio.check(force=True)

    def tick(self, label: str) -> None:
        self.field(label).check()


class ByKeyboard(Person):
    """Has only the keys: what Tab does not reach is not there."""

    def use(self, control: Locator) -> None:
        self._reach(control)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def type(self, field: Locator, text: str) -> None:
        self._reach(field)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def choose(self, radio: Locator) -> None:
        # Tab stops once in a group of radio buttons; the arrows move inside it.
        name = radio.get_attribute("name")
        group = self.page.locator(f'input[type=radio][name="{name}"]')
        self._tab_until(lambda: any(self._has_focus(each) for each in group.all()), str(name))
        for _press in range(group.count()):
            if self._has_focus(radio):
                break
            self.page.keyboard.press("ArrowRight")
        if not radio.is_checked():
            self.page.keyboard.press("Space")
        expect(radio).to_be_checked()

    def tick(self, label: str) -> None:
        self._reach(self.field(label))
        self.page.keyboard.press("Space")
        expect(self.field(label)).to_be_checked()

    def _reach(self, control: Locator) -> None:
        expect(control).to_have_count(1)
        self._tab_until(lambda: self._has_focus(control), str(control))

    def _tab_until(self, reached: Callable[[], bool], what: str) -> None:
        # From where the last key was pressed; behind the last control Tab begins anew.
        for _press in range(MOST_TABS):
            if reached():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {what}")

    def _has_focus(self, control: Locator) -> bool:
        return bool(control.evaluate("element => element === document.activeElement"))
