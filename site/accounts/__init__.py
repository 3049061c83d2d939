"""People who sign in: the user model, roles, sign-in."""
