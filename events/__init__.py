"""Events and exhibitions, their sessions and exhibitors; spaces."""
