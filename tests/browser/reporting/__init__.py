"""Browser tests that write: people sign in, report and review, each test on slots of its own."""
