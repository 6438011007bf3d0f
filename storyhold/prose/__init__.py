"""Text and nothing else: what authors type becomes canonical HTML; knows no Django.

- `canonical`: `canonical_html`, `short_html`, `read` (a `Prose` with its facts), `guess_format`
- `words`: `count_words`, `reading_minutes`
- `plain_text`: `plain_text`
- `excerpt`: `excerpt`
- `fingerprint`: `chapter_text_sha256`, `canonical_text_sha256`
- `numbering`: `with_prefix`
- `compare`: `compare`
- `one_line`: `one_line`, for titles and names
- `direction`: `direction_of`
- `command`: `main`, the command `storyhold prose`

The other modules are how these are made. `docs/reference/canonical-html.md` says what comes
out, `docs/explanation/text.md` why.
"""
