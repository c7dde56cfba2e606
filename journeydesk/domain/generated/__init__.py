"""Texts that Claude writes and a person approves: what is asked for, what an answer may hold, and the template in its place."""
