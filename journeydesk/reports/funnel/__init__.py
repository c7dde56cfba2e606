"""The funnel of a journey: where prospects go on, stay and leave, by cohort or period."""
