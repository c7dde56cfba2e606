"""The steps of the end-to-end check as pure figures."""
