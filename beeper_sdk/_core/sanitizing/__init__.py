"""Makes shareable copies of responses: pseudonyms in place of all personal data. See docs/privacy.md.

`walker` decides what is personal, by the marks of the spec; `pseudonyms`, `texts` and `words` make the replacements.
Imported only by `beeper_sdk.sanitize`.
"""
