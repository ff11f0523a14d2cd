"""What has no mechanical twin for threads and tasks: sleeping, locks, queues."""
