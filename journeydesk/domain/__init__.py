"""What is true: records, journeys, scores, money, alerts and merging, as frozen data and pure functions."""
