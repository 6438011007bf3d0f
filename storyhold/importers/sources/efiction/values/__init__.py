"""One old value becomes one new value: texts, dates, flags, lists, names. Knows no tables.

- `encodings`: `Encodings`, bytes as the text their author saw
- `dates`: `read_date`; `flags`: `is_on`, `number`; `lists`: `numbers`, `names_of`
- `breaks`: `with_breaks`, the rule by which line ends became breaks
- `slashes`: `without_slashes`
"""
