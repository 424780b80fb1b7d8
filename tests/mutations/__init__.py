"""The proof of the rule tests: each rule's clause is taken out of its model, and that rule's tests must fail."""
