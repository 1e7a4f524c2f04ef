/// A record, short, with what renderings look for in one.
enum RecordSample {
  static func text(
    front: String = "key: RILL-142\nfixed_by: [a, \"<b>\"]", summary: String = "It broke.",
    cause: String = "a",
    validation: String = "- Measured (E10): `x` failed.\n- Measured by hand.", rest: String = ""
  ) -> String {
    """
    ---
    \(front)
    ---

    # RILL-142: T

    ## Summary

    \(summary)

    ## Root cause

    \(cause)

    ## Fix

    c

    ## Validation

    \(validation)

    \(rest)
    """
  }
}
