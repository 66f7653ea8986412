"""What stewards keep: the plan, people, the audit trail."""
