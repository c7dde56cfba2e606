"""When things run: the scheduler, the sync worker and the readers."""
