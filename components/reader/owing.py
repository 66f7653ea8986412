"""What the reader owes, picked once out of what everybody does."""

from components.reader import access, cache, clock
from store.reporting import dues
from store.reporting.dues import Due


def mine() -> list[Due]:
    """Every figure that the plan expects from the reader's roles, in the order of the plan."""
    actor, today = access.actor(), clock.today()

    def pick() -> list[Due]:
        return [due for due in cache.ask(dues.owed, today) if dues.is_mine(due, actor)]

    return cache.derived("owing", (actor, today), pick)
