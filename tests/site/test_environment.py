"""Settings are read from variables or from files, and one that cannot be read is named."""

import os
import stat

import pytest

from storyhold.site.environment import Environment, SettingIsUnreadable, keep_secret

pytestmark = pytest.mark.once


@pytest.fixture
def environment(monkeypatch):
    """Sets variables, given without their prefix, and returns what reads them."""

    def with_variables(**variables: str) -> Environment:
        for name, value in variables.items():
            monkeypatch.setenv(f"STORYHOLD_{name}", value)
        return Environment()

    return with_variables


def test_a_text_is_read_without_white_space_around_it(environment):
    assert environment(MAIL_FROM=" a@example.org\n").text("MAIL_FROM") == "a@example.org"


def test_a_file_is_read_in_place_of_a_variable(environment, tmp_path):
    file = tmp_path / "key"
    file.write_text("from a file\n")

    assert environment(SECRET_KEY_FILE=str(file)).text("SECRET_KEY") == "from a file"


def test_a_file_that_is_missing_is_named(environment, tmp_path):
    env = environment(SECRET_KEY_FILE=str(tmp_path / "no"))

    with pytest.raises(SettingIsUnreadable, match="^STORYHOLD_SECRET_KEY_FILE cannot be used"):
        env.text("SECRET_KEY")


def test_a_value_may_begin_with_a_dollar_sign(environment):
    assert environment(SECRET_KEY="$HOME").text("SECRET_KEY") == "$HOME"


def test_the_secret_key_is_made_once_and_is_its_owners_alone(environment, tmp_path):
    first = environment().secret_key(tmp_path / "data")

    assert len(first) > 50
    assert environment().secret_key(tmp_path / "data") == first
    assert stat.S_IMODE((tmp_path / "data" / "secret-key").stat().st_mode) == 0o600
    assert os.listdir(tmp_path / "data") == ["secret-key"]  # noqa: PTH208


def test_a_secret_that_is_there_is_kept(tmp_path):
    keep_secret(tmp_path / "secret", "first")
    keep_secret(tmp_path / "secret", "second")

    assert (tmp_path / "secret").read_text() == "first\n"


def test_a_data_folder_that_is_a_file_is_refused(environment, tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(SettingIsUnreadable, match="STORYHOLD_DATA cannot be used: .* a folder"):
        environment(DATA=str(tmp_path / "file")).folder("DATA", default="data")


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", ""),
        ("https://Archive.example.org/", "https://archive.example.org"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://[::1]:8443", "https://[::1]:8443"),
    ],
)
def test_an_address_is_scheme_host_and_port(environment, given, address):
    assert environment(ADDRESS=given).address("ADDRESS") == address


@pytest.mark.parametrize(
    "given",
    [
        "archive.example.org",
        "ftp://example.org",
        "https://",
        "https://example.org/archive",
        "https://example.org:port",
        "https://me@example.org",
        "https://[::1",
    ],
)
def test_other_addresses_are_refused(environment, given):
    with pytest.raises(SettingIsUnreadable, match="^STORYHOLD_ADDRESS cannot be used: it must"):
        environment(ADDRESS=given).address("ADDRESS")


def test_hosts_are_those_listed_and_that_of_the_address(environment):
    env = environment(HOSTS="one.example.org, Two.example.org,")

    assert env.hosts("HOSTS", address="https://[::1]:8443") == [
        "[::1]",
        "one.example.org",
        "two.example.org",
    ]


def test_an_address_is_no_host(environment):
    with pytest.raises(SettingIsUnreadable, match="“https://one.example.org” is not a host name"):
        environment(HOSTS="https://one.example.org").hosts("HOSTS", address="")


def test_without_a_database_url_there_is_a_file(environment, tmp_path, monkeypatch):
    monkeypatch.delenv("STORYHOLD_DATABASE_URL", raising=False)

    found = environment().database("DATABASE_URL", sqlite=tmp_path / "archive.sqlite3")

    assert found["NAME"] == str(tmp_path / "archive.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_postgresql_is_named_by_its_url(environment, tmp_path):
    env = environment(DATABASE_URL="postgres://me:p%40ss@db.example.org:5433/archive")

    found = env.database("DATABASE_URL", sqlite=tmp_path)

    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"]) == ("me", "p@ss")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example.org", 5433, "archive")


@pytest.mark.parametrize(
    "given",
    ["mysql://me@localhost/archive", "postgres://localhost", "archive", "postgres://[::1/a"],
)
def test_other_databases_are_refused(environment, tmp_path, given):
    with pytest.raises(SettingIsUnreadable, match="^STORYHOLD_DATABASE_URL cannot be used"):
        environment(DATABASE_URL=given).database("DATABASE_URL", sqlite=tmp_path)


@pytest.mark.parametrize(
    ("given", "port", "starttls", "tls"),
    [
        ("smtp://localhost", 25, False, False),
        ("smtp://me:p%2Fss@mail.example.org", 587, True, False),
        ("smtp://me:pass@mail.example.org:2525", 2525, True, False),
        ("smtps://me:pass@mail.example.org", 465, False, True),
    ],
)
def test_a_mail_server_that_asks_for_a_password_gets_it_encrypted(
    environment, given, port, starttls, tls
):
    mail = environment(MAIL=given).mail("MAIL")

    assert mail.kind == "smtp"
    assert (mail.port, mail.starttls, mail.tls) == (port, starttls, tls)


def test_a_password_may_hold_any_sign(environment):
    assert environment(MAIL="smtp://me:p%2F%40ss@localhost").mail("MAIL").password == "p/@ss"


@pytest.mark.parametrize("given", ["", "none", "show"])
def test_mail_may_stay_inside(environment, given):
    assert environment(MAIL=given).mail("MAIL").kind == (given or "none")


@pytest.mark.parametrize("given", ["yes please", "http://localhost", "smtp://", "smtp://h:port"])
def test_other_ways_of_mail_are_refused(environment, given):
    with pytest.raises(
        SettingIsUnreadable, match="^STORYHOLD_MAIL cannot be used: it must be none"
    ):
        environment(MAIL=given).mail("MAIL")


def test_a_flag_is_yes_or_no(environment):
    assert environment(BEHIND_PROXY="Yes").flag("BEHIND_PROXY")
    assert not environment(BEHIND_PROXY="0").flag("BEHIND_PROXY")
    with pytest.raises(SettingIsUnreadable, match="“perhaps” is neither yes nor no"):
        environment(BEHIND_PROXY="perhaps").flag("BEHIND_PROXY")


def test_a_variable_that_nothing_asks_for_is_found(environment):
    env = environment(DATABSE_URL="postgres://", MAIL="show", DATA_FILE="/dev/null")
    env.mail("MAIL")
    env.text("DATA")

    assert "STORYHOLD_DATABSE_URL" in env.unknown()
    assert not {"STORYHOLD_MAIL", "STORYHOLD_DATA_FILE"} & set(env.unknown())
