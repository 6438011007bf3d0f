"""One old value becomes one new value: texts, dates, flags, lists, names. Knows no tables.

- `encodings`: `Encodings`, bytes as the text their author saw
- `dates`: `read_date`; `numbers`: `number`, `is_on`; `lists`: `numbers`, `names_of`, `names_in`
- `sources`: `source_of`, a stored text as HTML for `prose`; made of `breaks` (the rule by which
  line ends became breaks), `slashes` and `residues` (references that a filter wrecked)
- `titles`: `title_of`; `names`: `PenNames`, `address_of`; `passwords`: `stored_password`
- `answers`: `Labels`, which divide reviews from their answers; `is_rating_only`
- `opinions`: `rating_of`, the number in a review; `is_outside`, `is_mixed`
- `links`: `rewrite_links`, `only_link`; `removals`: `removals_from`, for the report
- `php`: `unserialize`
"""
