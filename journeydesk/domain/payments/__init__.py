"""What Stripe's objects say: who pays, how much, what recurs, who left; as pure functions."""
