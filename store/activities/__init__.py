"""Activities, assessment calls and pairs of twin regions."""
