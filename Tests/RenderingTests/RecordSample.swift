/// A record, short, with what renderings look for in one.
enum RecordSample {
  static func text(summary: String = "It broke.", cause: String = "a", rest: String = "") -> String {
    """
    ---
    key: RILL-142
    fixed_by: [a, "<b>"]
    ---

    # RILL-142: T

    ## Summary

    \(summary)

    ## Root cause

    \(cause)

    ## Fix

    c

    ## Validation

    - Measured (E10): `x` failed.
    - Measured by hand.

    \(rest)
    """
  }
}
