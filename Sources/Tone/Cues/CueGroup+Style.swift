extension CueGroup {
  /// Causes that are none, actors that are missing, diaries, and words that can go.
  static let style: [CueGroup] = [kinds, mechanisms, hiddenAgents, diary, emptyWords, longWords]

  private static let name =
    "names a kind of fault, not what happened: say which function did or skipped what, under which condition."

  /// A fault that is only said to be of some kind.
  private static let kinds = CueGroup(
    rule: .vagueMechanism, advice: name,
    cues: """
      some =kind|sort|type|form of @adv* @harm|issue|interaction|condition|error|glitch|conflict|timing|race|bug|synchronization|synchronisation|memory|concurrency|lock|corruption
      some =race|glitch|timing|weird|strange|odd|obscure|unknown|mysterious|internal issue|problem|condition|bug|error|reason|interaction|state
      =weird|strange|mysterious|odd|funky|bizarre|flaky behaviour|behavior|issue|issues|problem|problems|bug|bugs|state|errors|error|interaction
      for =some|unknown|whatever reason|reasons
      =somehow
      =glitch|glitches|hiccup|hiccups|gremlin|gremlins
      something =went|goes|was|is wrong|off|broken|amiss
      things =went|go|got|get wrong|bad|confused|weird
      =misbehaving|misbehaved|misbehaves
      does|do|is|are not =behave|behaving properly|correctly|well
      =wonky|messed-up
      """,
    unless: """
      if|whether|when|even|in|that|unless|case ..3 something =went|goes|was|is
      =for some|whatever|unknown reason|reasons ,
      """)

  /// A kind of fault as the whole of a cause.
  private static let mechanisms = CueGroup(
    rule: .vagueMechanism, advice: name,
    settings: [.summary, .cause, .elsewhere],
    cues: """
      =cause|issue|problem|bug|failure|hang|crash|it|this was|is @adv* a|an @adv* synchronization|synchronisation|timing|concurrency|threading|memory|race|locking|configuration|networking|network|performance|stability|resource issue|problem|condition|error $|.
      cause was|is =identified|found|determined as|to be? a|an @adv* bug|issue|problem|error|misconfiguration in|of|with
      =due|owing|thanks to a|an synchronization|synchronisation|timing|concurrency|threading|memory|locking|configuration|network issue|problem|error|bug $
      caused|triggered =by a|an synchronization|synchronisation|timing|concurrency|threading|memory|locking|configuration|network|software|technical issue|problem|error|bug $
      =had|have|having|has issues|problems with @adv* ..3 $
      """,
    unless: """
      =cause|issue|problem was|is not
      """)

  /// Acts of people or programs without who or what acted, where that is the mechanism.
  private static let hiddenAgents = CueGroup(
    rule: .hiddenAgent, advice: "leaves out who or what did it: name the program, the step or the commit.",
    settings: [.summary, .cause, .elsewhere, .gap],
    cues: """
      was|were @adv* =approved|merged|deployed|signed|misdiagnosed|misconfigured|overlooked|forgotten|neglected|mishandled|rubber-stamped
      it was =decided|agreed|felt|deemed !by
      was|were =inadvertently|accidentally|mistakenly|erroneously|incorrectly|wrongly ED|@act|@done|documented|applied
      a|an|the =inadvertently|accidentally|mistakenly|erroneously|incorrectly|wrongly ED|@act|@done|applied
      =was|were done|performed @adv* incorrectly|wrongly|manually|badly|improperly
      cause was|is =identified|found|determined as|to
      it was =noticed|discovered|confirmed|observed|found that
      """,
    unless: """
      was|were @adv* =approved|merged|deployed|signed|misdiagnosed|misconfigured|overlooked|forgotten|neglected|mishandled ..8 by|because|when|while|since|so|via|automatically|in
      @cond|that|which|once|after|before|until ..8 was|were @adv* =approved|merged|deployed|signed
      by ..6 was|were @adv* =approved|merged|deployed|signed
      =inadvertently|accidentally|mistakenly|erroneously|incorrectly|wrongly ..6 by
      """)

  /// The search told as a diary.
  ///
  /// Where it is told how it was found, that is the order of things.
  private static let diary = CueGroup(
    rule: .narrative,
    advice: "tells of the search: say what is so; the way to it belongs in How it was found, step by step.",
    settings: Setting.all.subtracting([.search, .symptom, .actions]),
    cues: """
      we|i =spent|wasted ..6 hours|days|weeks|time|minutes|nights|afternoon|morning
      after =hours|days|weeks|much|lots|countless|several|many ..4 of|debugging|hours|days|head-scratching|digging|investigation
      after =some|a|further|lengthy|extensive|more|lot @adv* digging|debugging|head-scratching|investigation|searching|poking|bisecting
      we|i @adv* =started|began|decided|tried|continued|kept|went to? on|look|looking|dig|digging|debug|debugging|investigate|investigating|search|searching|suspect|wonder|question
      we|i @adv* =stumbled|scratched|puzzled|struggled|wondered|dug|poked|fiddled|realized|realised
      to =our|my surprise|horror|astonishment|amazement|relief|dismay
      ^ =surprisingly|sadly|luckily|strangely|curiously|amazingly ,
      =long story short
      as it =turns|turned out
      =lo and behold
      it =took|cost us|me ..2 hours|days|weeks|months|minutes|while|time
      =finally|eventually ,? we|i ..2 found|discovered|realized|realised|noticed|figured|tracked|managed
      and then we|i =realized|realised|noticed|saw|found|discovered
      =bingo|aha|eureka|phew|ouch|yikes|hooray
      down the rabbit =hole
      the plot =thickens
      the next|following =morning|day ,? we|i
      """)

  /// Words that can go.
  private static let emptyWords = CueGroup(
    rule: .filler, advice: "says nothing that the sentence does not say without it.",
    cues: """
      it is =important|worth|interesting to note|mention|point|remember|noting|mentioning|pointing|remembering out? that
      it's =important|worth|interesting to? note|mention|noting|mentioning|remembering that
      it =should|must be noted|mentioned|stressed|remembered|pointed out? that
      =please|note note that
      as @adv* you|we|everyone all? =know|knows
      needless to =say
      at the =end of the day
      =basically|literally|obviously|simply put
      ^ =basically|obviously|actually|clearly|essentially ,
      =obviously
      for all =intents and purposes
      when all is said and =done
      the =fact of the matter is
      =suffice it to say
      it goes =without saying
      in =actuality|essence
      =all in all
      =as a matter of fact
      last but not =least
      """,
    unless: """
      n't|not =obviously|simply|literally
      =please note that
      """)

  /// Words that can be fewer.
  private static let longWords = CueGroup(
    rule: .filler, advice: "can be said in fewer words.",
    cues: """
      =in order to -> to
      due to =the fact that -> because
      in spite of =the fact that -> although
      despite =the fact that -> although
      owing to =the fact that -> because
      =at this point in time -> now
      =at that point in time -> then
      in the =event that -> if
      for the =purpose of -> for
      with =regard|regards to -> about
      in =close proximity to -> near
      has the =ability to -> can
      have the =ability to -> can
      had the =ability to -> could
      is =able to be -> can be
      until =such time as -> until
      a =majority of -> most
      a large =number of -> many
      in the =vicinity of -> near
      by =means of -> by
      on a daily =basis -> daily
      prior =to the fact
      =utilize|utilise -> use
      =utilized|utilised -> used
      =utilizes|utilises -> uses
      =utilizing|utilising -> using
      """,
    unless: """
      ^ =in order to
      ^ in|due|despite|owing|for|with|by|until|at|a ..3 =the|event|purpose|regard|regards|such|means|majority|large|number|this|that
      """)
}
