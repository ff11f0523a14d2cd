"""Creates shareable copies of responses, with pseudonyms instead of all personal data. See docs/guides/privacy.md.

`walker` decides what is personal, by the marks of the spec; `pseudonyms`, `texts` and `words` make the replacements.
Imported only by `beeper_sdk.sanitize`.
"""
