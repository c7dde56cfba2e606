"""When things run: the scheduler, the sync worker with its backoff, the log files."""
