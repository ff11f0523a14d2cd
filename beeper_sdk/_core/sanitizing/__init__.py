"""Makes shareable copies of what the API answers: pseudonyms in place of all that is personal. See docs/privacy.md.

`walk` decides what is personal, by the marks of the spec; `pseudonyms`, `texts` and `permute` say what stands in its
place. Imported only by `beeper_sdk.sanitize`.
"""
