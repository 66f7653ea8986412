"""Files that people upload, read in a process of their own, with limits, into plain cells."""
