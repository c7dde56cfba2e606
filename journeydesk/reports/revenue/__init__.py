"""Revenue and LTV of a month: how the MRR moved, what customers are worth by cohort and source, what they cost."""
