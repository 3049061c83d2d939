"""Files from outside: taken in, cleaned, kept in quarantine."""
