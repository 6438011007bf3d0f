"""The commands that need no server."""

import json
import re

import pytest

from tests.site.served import run_storyhold


@pytest.mark.once
def test_migrate_makes_an_archive_and_then_has_nothing_to_do(new_place):
    first, second = new_place.run("migrate"), new_place.run("migrate")

    assert re.search(r"is up to date: \d+ steps done\.$", first.stdout.strip())
    assert second.stdout.strip().endswith("is up to date: nothing to do.")


@pytest.mark.once
def test_an_archive_that_is_not_there_is_not_made_by_accident(new_place):
    said = new_place.run("recount")

    assert said.returncode == 2
    assert f"Run “storyhold migrate --data {new_place.data}” first." in said.stderr


@pytest.mark.once
def test_createmember_makes_an_account_and_a_password(place):
    said = place.run("createmember", "--pen-name", "Ada", "--email", "ada@example.org")

    assert said.returncode == 0, said.stderr
    assert "Ada can sign in by that name or as ada@example.org." in said.stdout
    assert re.search(r"^Password: \S{14}$", said.stdout, re.MULTILINE)


@pytest.mark.once
def test_createmember_takes_a_password_from_its_input(place):
    words = ["--pen-name", "Wren", "--email", "wren@example.org", "--archivist"]

    said = place.run("createmember", *words, "--password-stdin", given="lantern over water\n")

    assert said.returncode == 0, said.stderr
    assert "Password" not in said.stdout


@pytest.mark.once
def test_createmember_refuses_in_a_sentence(place):
    for words, sentence in (
        (["--pen-name", "Ada"], "E-mail is missing; give it with --email."),
        (["--pen-name", "Ada", "--email", "ada"], "“ada” is not an e-mail address."),
        (["--pen-name", "!", "--email", "ada@example.org"], "A pen name has 2 to 60 letters"),
        (
            ["--pen-name", "Ada", "--email", "a@example.org", "--archivist", "--moderator"],
            "not allowed with argument",
        ),
    ):
        said = place.run("createmember", *words)

        assert said.returncode == 2
        assert sentence in said.stderr
        assert said.stderr.count("\n") == 1


@pytest.mark.once
def test_createmember_refuses_a_password_that_is_too_easy(place):
    words = ["--pen-name", "Ada", "--email", "ada@example.org", "--password-stdin"]

    said = place.run("createmember", *words, given="password\n")

    assert said.returncode == 2
    assert "No account was made." in said.stderr


def test_recount_finds_every_counter_of_the_sample_right(sample_place):
    assert sample_place.run("recount").stdout.strip() == "Every counter was right."


@pytest.mark.once
def test_prose_shows_the_canonical_form_of_a_file(new_place, tmp_path):
    file = tmp_path / "story.txt"
    file.write_text("The *lamp* was lit.\n")

    shown = run_storyhold("prose", str(file), "--format", "plain")
    facts = run_storyhold("prose", str(file), "--format", "plain", "--facts")

    assert "<em>lamp</em>" in shown.stdout
    assert json.loads(facts.stdout)["words"] == 4
    assert not new_place.data.exists()


@pytest.mark.once
def test_import_check_addresses_says_what_share_leads_somewhere(place):
    listed = place.data / "list.txt"
    listed.write_text("/viewstory.php?sid=1\n")

    said = place.run("import", "check-addresses", str(listed))

    assert said.returncode == 0, said.stderr
    assert "/viewstory.php?sid=1\n1 lead nowhere.\n0 of 1 old addresses" in said.stdout
    assert place.run("import", "check-addresses", "nowhere.log").returncode == 2
    assert "check-addresses" in run_storyhold("import", "--help").stdout
    assert "--base" in run_storyhold("import", "check-addresses", "--help").stdout
