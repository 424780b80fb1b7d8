"""`python -m tests.mutations [RULE…]`: take each rule out and tell, in a table, which tests noticed.

Exit 1: a rule's own tests did not, or another rule's did that has nothing to do with it (`COUPLED` lists those that have).
"""

import sys
import time

from tests.mutations.running import COUPLED, RULES, run


def main() -> int:
    """Print the table; 0 where every rule's own tests fail without it."""
    began = time.monotonic()
    results = list(run(sys.argv[1:] or RULES))
    print(f"{'rule':8}{'clauses':>8}{'own tests':>11}{'failed':>8}{'same clause':>13}{'other rules':>13}")
    for one in results:
        mark = "" if one.proved else "  <- not proved"
        counts = f"{one.taken.clauses:>8}{one.own:>11}{len(one.failed):>8}{len(one.related):>13}{len(one.strange):>13}"
        print(f"{one.rule:8}{counts}{mark}")
    proved = sum(one.proved for one in results)
    alone = sum(one.proved and not one.strange for one in results)
    print(
        f"{proved} of {len(results)} proved, {alone} without failing another rule's tests; {time.monotonic() - began:.1f} s"
    )
    unexpected = [
        f"{one.rule}: {', '.join(one.strange)}" for one in results if one.strange and one.rule not in COUPLED
    ]
    print("\n".join(unexpected))
    return 0 if proved == len(results) and not unexpected else 1


if __name__ == "__main__":
    sys.exit(main())
