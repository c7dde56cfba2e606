"""What lists and pages show: prospects, board, tasks, next steps, call sessions."""
