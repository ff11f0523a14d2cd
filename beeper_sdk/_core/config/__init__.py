"""The settings and credentials of a client, validated."""
