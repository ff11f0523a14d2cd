"""The text of messages as people read it: parsing of Matrix HTML, plain text, Markdown, safe HTML, transcripts."""
