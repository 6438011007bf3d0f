"""What a statement changes, read from its words."""

import pytest

from storyhold.freshness.statements import UNKNOWN, change_by


@pytest.mark.parametrize(
    ("sql", "params", "columns", "known"),
    [
        (
            'INSERT INTO "t" ("story_id", "text") VALUES (%s, %s), (%s, %s) RETURNING "t"."id"',
            (1, "a", 2, "b"), {"story_id", "text"}, {"story_id": [1, 2], "text": ["a", "b"]},
        ),
        (
            'INSERT OR IGNORE INTO "t" ("story_id") VALUES (%s)', (1,), {"story_id"},
            {"story_id": [1]},
        ),
        (
            'INSERT INTO "t" ("a", "b") VALUES (%s, %s) ON CONFLICT DO NOTHING', (1, 2),
            {"a", "b"}, {"a": [1], "b": [2]},
        ),
        (
            'INSERT INTO "t" ("a", "b") SELECT * FROM UNNEST((%s)::bigint[], (%s)::varchar[])'
            ' RETURNING "t"."id"',
            ([1, 2], ["x", "y"]), {"a", "b"}, {"a": [1, 2], "b": ["x", "y"]},
        ),
        ('INSERT INTO "t" ("a") VALUES (UPPER(%s))', ("x",), {"a"}, {"a": None}),
        (
            'UPDATE "t" SET "n" = ("t"."n" + %s), "m" = NULL WHERE "t"."id" = %s', (1, 7),
            {"n", "m"}, {"id": (7,)},
        ),
        (
            'UPDATE "t" SET "n" = %s WHERE ("t"."x" > %s AND "t"."id" IN (%s, %s))', (0, 1, 7, 8),
            {"n"}, {"id": (7, 8), "x": None},
        ),
        ('UPDATE "t" SET "n" = %s WHERE ("t"."id" = %s OR "t"."x")', (0, 1), {"n"}, {"id": None}),
        ('UPDATE "t" SET "n" = %s WHERE NOT ("t"."id" = %s)', (0, 1), {"n"}, {"id": None}),
        (
            'UPDATE "t" SET "n" = (SELECT 1 FROM "u" U0 WHERE U0."id" = %s), "m" = %s'
            ' WHERE "t"."id" = %s',
            (1, 2, 3), {"n", "m"}, {"id": (3,)},
        ),
        (
            'UPDATE "t" SET "n" = %s WHERE "t"."id" IN (SELECT U0."id" FROM "u" U0)', (1,), {"n"},
            {"id": None},
        ),
        (
            'DELETE FROM "t" WHERE ("t"."id" = %s AND "t"."x" IS NOT NULL)', (1,), None,
            {"id": (1,)},
        ),
        ('UPDATE "t" SET "n" = %s', (1,), {"n"}, {"id": None}),
        ('DELETE FROM "t" WHERE "t"."id" IN (%s, %s)', (1, 2), None, {"id": (1, 2)}),
        ('DELETE FROM "t"', (), None, {"id": None}),
    ],
)  # fmt: skip
def test_rows_are_known_by_their_columns(sql, params, columns, known):
    change = change_by(sql)

    assert change.table == "t"
    assert change.columns == columns
    found = change.values_written if change.verb == "INSERT" else change.values_known
    assert {name: found(name, params) for name in known} == known


def test_what_rows_get_is_known_where_it_is_a_value():
    change = change_by(
        'UPDATE "t" SET "a" = ("t"."a" + %s), "b" = %s, "c" = NULL WHERE "t"."id" = %s'
    )

    assert change.columns == {"a", "b", "c"}
    assert [change.values_written(name, [1, 2, 3]) for name in "abc"] == [None, [2], []]


@pytest.mark.parametrize(
    "sql", ["SAVEPOINT x", "RELEASE SAVEPOINT x", "BEGIN", "PRAGMA foreign_keys", "SET jit = off"]
)
def test_what_changes_no_rows(sql):
    assert change_by(sql) is None


@pytest.mark.parametrize(
    "sql",
    [
        "WITH x AS (DELETE FROM t) SELECT 1", "ALTER TABLE t ADD x int", "TRUNCATE t", "delete t",
        'REPLACE INTO "t" VALUES (1)', "insert into t values (1)", 'UPDATE t SET "x" = 1',
    ],
)  # fmt: skip
def test_whatever_we_cannot_read_may_have_changed_anything(sql):
    assert change_by(sql) == UNKNOWN
