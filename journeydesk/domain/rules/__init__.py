"""When an alert is raised and what clears it: each rule a pure function of facts, settings and the time, listed in `registry`."""
