"""What is done with submissions, one verb each."""
