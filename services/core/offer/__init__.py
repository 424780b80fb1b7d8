"""What a family is offered, its answer, and the plan that is made with it."""
