"""What scripts/release does: builds, compares, checks, installs and tries a release. It uploads nothing."""
