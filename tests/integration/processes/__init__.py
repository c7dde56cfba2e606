"""The application as whole processes."""
