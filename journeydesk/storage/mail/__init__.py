"""What is kept of mail: the queue, what came back, who wants none, what waits for a person's approval."""
