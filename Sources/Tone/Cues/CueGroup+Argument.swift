extension CueGroup {
  /// Arguing for something, and telling more than there is.
  static let arguments: [CueGroup] = [advocacy, proposals, overclaim, bareOverclaim]

  private static let elsewhere =
    "a record says what happened and what is next; a proposal is a document of its own, linked from an action item."

  /// Calls to the reader, in any part of a record.
  private static let advocacy = CueGroup(
    rule: .advocacy, advice: "argues: \(elsewhere)",
    cues: """
      we @adv* =should|ought to? @adv* @campaign
      we @adv* =need|have to @adv* @campaign
      we =should have a|more|better|clear|some|proper ..3 talk|discussion|rules|guidelines|process|ownership|discipline|tests|testing
      it =is|would|might be? worth ING|having|adding|considering|exploring|rewriting
      it's =worth ING|having|adding|considering|exploring|rewriting
      it =would|might|may @adv* be @adv* nice|good|great|useful|helpful|better|best|wise|prudent|worthwhile|beneficial|nicer|cleaner if|to
      we|i =would @adv* benefit|love|advocate
      we'd|i'd @adv* =benefit|love|advocate
      =strongly believe|advise|encourage|urge
      it is =high time|imperative|paramount that|to|we
      is|it's @intense* =critical|crucial|vital|essential|imperative|paramount that we
      we =cannot|can't afford to
      there is|are no =excuse
      =everyone|everybody should
      this|which =proves|shows|demonstrates once|how|why again|important|essential|valuable|vital|we
      this|which =proves|shows|demonstrates the importance|value|need
      the best|right|only =way forward
      =would|could greatly|hugely|vastly benefit
      ^ =consider if|whether|ING
      ^ =recommend|prioritise|prioritize a|an|the|more|that|ING|UNKNOWN
      =should @adv* be preserved|adopted|embraced|prioritised|prioritized|mandated as|by|in|for|across
      =investing|investment in ..6 would|will pays|pay
      =better|clearer|more ..4 should|would help|prevent|avoid
      =should go a long way
      =should be automated|standardised|standardized as
      =moving|going forward
      much|far =better option|approach|choice|idea than
      """,
    unless: """
      if|when|why|where|what|how|which|whether we =should|must|need|have
      are|is|was =going|moving forward
      if it =would|might
      """)

  /// Proposals, where a record tells what broke, why, and what removed it.
  private static let proposals = CueGroup(
    rule: .advocacy, advice: "proposes: \(elsewhere)",
    settings: [.summary, .cause, .fix, .gap],
    cues: """
      a|the better|cleaner|nicer|proper|long-term|real =fix|solution|approach|design would
      =ideally
      in the? =future ,? we|this|it should|must
      we =should @adv* !have|be|not|see|get|expect|receive
      """,
    unless: """
      if|when|why|where|what|how|which|whether we =should
      we =should only|never
      """)

  /// Words that no run can show, where a record claims.
  private static let overclaim = CueGroup(
    rule: .overclaim, advice: "promises more than any run can show: name what was run, and what was not.",
    settings: [.summary, .fix, .validation],
    cues: """
      =never again|recurs|recur
      can|will|could =never @adv* happen|occur|fail|recur|hang|crash|return|deadlock
      =completely|fully|totally|entirely|permanently|definitively|conclusively|absolutely eradicated|risk-free|stable|eliminates|eliminated|eliminate|fixed|fixes|fix|resolved|resolves|resolve|solved|solves|removed|removes|prevents|prevent|prevented|safe|correct|covered|tested|validated|verified|gone|mitigated|addressed|robust|reliable|proven|secure
      =eliminates|eliminated|fixes|fixed|resolves|resolved|solves|solved|prevents|prevented|validated|tested|verified|covers @adv* completely|entirely|fully|permanently|everywhere|exhaustively
      all|every =configurations|platforms|architectures|environments|workloads|scenarios|cases|inputs|versions|sizes|devices|hardware|conditions|circumstances|setups|configuration|platform|architecture|environment|workload|scenario|case|input|size|condition|circumstance
      =any possible|conceivable|imaginable
      all =possible|conceivable|imaginable|known
      in =every|all way|respects|respect
      =guarantees|guarantee|guaranteed that|no|never|correctness
      =impossible for|to|that
      =bulletproof|foolproof|rock-solid|bullet-proof|airtight|watertight|flawless|flawlessly|perfectly
      NUMBER UNKNOWN =reliable|safe|sure|foolproof
      no =longer possible|any
      once and for =all
      =undoubtedly|unquestionably|indisputably
      without =any|a doubt|question|exception
      =no regressions|regression|side-effects risk|whatsoever|anywhere|at
      =no risk|chance|possibility|danger|way
      =exhaustively|thoroughly tested|verified|validated|checked
      =under any load|circumstances|conditions|workload
      no ..3 will =ever
      a =thing of the past
      =proves|prove that ..6 no remaining|more|further|bugs|errors|defects
      =works everywhere|always|perfectly
      """,
    unless: """
      not|n't|never|isn't|wasn't|cannot|than|nor =completely|fully|totally|entirely|exhaustively|thoroughly|all|every|perfectly
      not|isn't|wasn't|didn't|neither|without|nor|of|but ..4 all|every =configurations|platforms|architectures|environments|workloads|scenarios|cases|inputs|versions|sizes|devices|hardware|conditions|circumstances|setups
      in all|every =case|cases NUMBER
      all =possible|known failures|issues
      is|was =never|not ..4 possible
      the|these|those|NUMBER|listed|named all =configurations
      all =configurations|platforms|architectures|environments|workloads|scenarios|versions|sizes of the
      =impossible to|for ..5 while|when|until|unless|without|before|if
      no =longer possible
      """)

  /// The same of the whole, wherever it stands.
  private static let bareOverclaim = CueGroup(
    rule: .overclaim, advice: "promises more than any run can show: name what was run, and what was not.",
    cues: """
      will|can|would =never happen|occur|fail|recur again
      =bulletproof|foolproof|rock-solid|airtight|watertight
      once and for =all
      """)
}
