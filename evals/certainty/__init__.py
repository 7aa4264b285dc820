"""How sure, so or not so: our own cases, and other people's judgements of single predicates."""
