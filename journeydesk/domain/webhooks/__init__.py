"""Is a message from whom it says: signatures of events in and out, and links that only we can make."""
