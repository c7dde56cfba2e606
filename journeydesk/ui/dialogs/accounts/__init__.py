"""The keys of services: entered, checked before they are kept, taken away."""
