"""What an agent may read and propose, and how what others wrote is handed to it."""
