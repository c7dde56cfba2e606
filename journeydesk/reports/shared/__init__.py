"""Figures that several reports have, each defined once: cohorts and transitions, time in stage, activity."""
