"""One objective: its verdict, its acts, its indicators, its versions, its history."""
