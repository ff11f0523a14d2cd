"""Developer tools: commands that read and change code. A vendored copy of the SDK does not contain them."""
