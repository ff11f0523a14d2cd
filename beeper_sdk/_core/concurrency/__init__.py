"""What differs between threads and tasks, and so is written by hand for both: sleeping, locks, prefetching."""
