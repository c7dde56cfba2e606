"""Driving the window through its screens and taking a picture of each."""
