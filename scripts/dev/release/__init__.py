"""The implementation of scripts/release: builds, compares, checks, installs and tries a release. It uploads nothing."""
