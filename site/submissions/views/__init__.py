"""Pages of the forms and the private status pages."""
