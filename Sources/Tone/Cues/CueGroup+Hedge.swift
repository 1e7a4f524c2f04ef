extension CueGroup {
  /// Uncertainty of the author about cause, fix or validation.
  static let hedges: [CueGroup] = [belief, appearance, adverbs, possibility, expectation, doubt]

  private static let mend = "state it, or leave it out; what was not checked belongs in Validation, as such."

  /// What the author believes now.
  ///
  /// What was believed once, and turned out so or otherwise, is told.
  private static let belief = CueGroup(
    rule: .hedge, advice: "is belief, where a record states: \(mend)",
    cues: """
      i|we @adv* don't|do? not? @adv* =think|believe|suspect|guess|reckon|imagine|doubt|presume
      i|we @adv* would|'d @adv* =think|guess|say|suspect|imagine|expect|assume|argue
      i'd|we'd @adv* =think|guess|say|suspect|imagine|expect|assume|argue
      i @adv* don't|do? not? @adv* =assume|expect|suppose|hope|feel
      we @adv* don't|do? not? @adv* =feel|suppose
      i'm|we're @adv* =guessing|assuming
      i|we am|are =guessing|assuming
      is|are|it's|that's @adv* =thought|believed|suspected|presumed|assumed|rumoured|rumored to
      is|are @adv* =thought|believed|suspected|presumed that
      my|our|best|educated|wild|working =guess|suspicion|hunch|theory|belief|impression|understanding|assumption is
      my|best|educated|wild =guess|hunch
      =imo|imho|afaict|afaik|iirc|iiuc
      in my|our humble? =opinion|view|estimation
      as =far as i|we @adv* can tell|see|know
      as =far as i|we @adv* know|understand
      to =my|our best? knowledge
      to the best of =my|our knowledge
      if =i|we remember|recall|understand correctly|right
      if =i'm|we're not mistaken
      i|we =wonder if|whether|why|how
      i|we may|might|could =be wrong|mistaken
      =chances|odds are
      it stands to =reason
      one would|could =think|expect|assume|argue|guess
      =dunno
      i|we have =reason to believe|think|suspect|assume
      we =assume that ..8!is|are|be|has|have|should|must|can was|were|had|did|kept|went|came|got|lost|left|sent|took|made|ran
      are|am|is|i'm|we're =inclined to think|believe|say|suspect|assume
      as =i|we understand it|this|that|things
      is|was|be =what i|we think|believe|suspect happened|caused|broke|led|went|is|was
      it is =our|my opinion|belief|view|guess|impression that
      ^ =could be that
      there is|was a? =good|fair|strong|high|real|decent|reasonable chance that|we|it|this
      =shot in the dark
      =cautiously|reasonably optimistic|hopeful
      """,
    unless: """
      if|unless|what|whether|do|did|how|why i|we @adv* =think|believe|suspect|assume|expect|guess
      what|do|did|as|how you|we|they @adv* =think|believe
      i|we @adv* =think about|of|through
      likely|unlikely i|we =think
      """)

  /// How it looks to the author now.
  ///
  /// What appeared so at the time is an observation.
  private static let appearance = CueGroup(
    rule: .hedge, advice: "tells how it looks, not how it is: \(mend)",
    settings: Setting.all.subtracting([.symptom, .search]), yieldsToRejection: true,
    cues: """
      @adv* =seems|seem
      =appears to|that|as|like|likely|unlikely|not|unrelated|related|broken|correct|safe|fine|stable|sufficient|inconsistent
      =appear to|that|as|unlikely|unrelated|related|broken|correct|safe|fine|stable|sufficient|inconsistent
      would =seem|appear
      =seemingly|ostensibly
      ^ =supposedly|allegedly|purportedly
      to|by all =appearances|accounts
      is|was|are|were @adv* =supposedly|purportedly|allegedly
      it|this|that|which|there @adv* =looks|sounds|feels like|as
      ^ =looks|sounds|feels like|as
      =looks like a|an|the|we|it|this|that|there|some
      =looks|feels @adv* weird|odd|suspicious|strange|off|wrong|fishy|unrelated|related|risky|plausible
      =feels a bit
      """,
    unless: """
      may|might|can|could|did|will|make|makes|made|making|it's|as|though =seem|appear
      did ..6 =seem|appear
      make|makes|made|making it|them|this|that @adv* =seem|appear
      did|didn't not? =seem|appear
      what|how ..5 =looks|look|sounds|feels like
      =looks|look like : 
      =looks|look like this|that|these|so|the|following $
      =looks|look like this|that|the following|:|CODE
      =looks|look like CODE|QUOTE
      =looks as follows
      =appear|appears as
      as it =seems|appears $|,|)
      """)

  /// One adverb that takes a statement back.
  private static let adverbs = CueGroup(
    rule: .hedge, advice: "takes the statement back: \(mend)",
    cues: """
      =probably|presumably|apparently|arguably|hopefully|perhaps|maybe|conceivably|plausibly
      =likely
      =unlikely that
      in =all|any likelihood|probability
      =more or less fixed|resolved|solved|gone|stable|fine|correct|works|working
      =almost|nearly certainly|certain
      more than =likely
      =plausible that|someone|to|and|explanation|cause|reason|culprit
      is|it's|seems @adv* =plausible
      =possibly @adv* caused|due|because|related|the|a|an|by|triggered|introduced|exacerbated|masked|from|involving
      was|were @adv* =possibly|potentially
      is|are|been @adv* =possibly
      could|may|might|would|can have? =possibly|potentially
      are|is|was|were =potentially a|an|the|caused|due|related
      ,|(|--|; =potentially|possibly a|an|the|because|due|from|via|caused|by
      could|might =potentially prevent|help|improve|reduce|mitigate|benefit|avoid|fix|solve
      could|might @adv* =conceivably|plausibly be|have been? caused|due
      =potentially caused|due|exacerbated|related|because
      =likely|probable|suspected @harm
      =potential|possible cause|causes|reason|culprit|source|origin|explanation|trigger
      """,
    unless: """
      more|less|as|so|how|however|equally|least =likely|unlikely|plausible|plausibly
      could|can|may|might|would =plausibly|conceivably
      =likely|unlikely to
      =likely|unlikely event|case|scenario|path|branch
      will|won't|'ll =likely
      if ..25 =likely
      however|how =unlikely|likely
      most =likely or
      =likely|unlikely ( CODE )
      branch =likely
      the|a|of|as|into =maybe type|monad|value|values|decoder|class
      a|an|any|every|each|no|of|for|all|other|the|these|those|avoid|prevent|against|fixes|fix =potential|possible
      could|can|may|might have? =potentially|possibly !been|be|because|due|a|the|prevent|help|improve|reduce|mitigate|benefit|avoid|fix|solve
      """)

  /// What may be so for all the author knows.
  ///
  /// What a program may do at run time is mechanism.
  private static let possibility = CueGroup(
    rule: .hedge, advice: "leaves open whether it is so: \(mend)",
    settings: Setting.all.subtracting(.search), yieldsToRejection: true,
    cues: """
      may|might|could|must @adv* =have @adv* been @adv* @caused|missed|a|an|the|because|responsible|enough|worse
      may|might @adv* =have @adv* had|to|caused|contributed|introduced|led|triggered|exacerbated|played|made|affected|broken
      could @adv* =have @adv* potentially|possibly caused|contributed|introduced|triggered
      could @adv* =have @adv* potentially|possibly? been @adv* found|discovered|identified via|through|by|with|using
      may|might|could @adv* =be @adv* caused|triggered|introduced|explained|due|related|because|responsible by|to|with|for
      may|might|could @adv* =be @adv* due|related|because|responsible
      may|might|could|must @adv* =be the|a|an|another|one @adv* @adv* cause|reason|culprit|explanation|factor|issue|problem|bug|side-effect|result|consequence
      it|this|that|which may|might|could @adv* =explain|account
      it may|might|could @adv* =be|have @adv* that
      it's|is @adv* =possible that? !for|to|after|when ..6!could|can|may|might|if|when was|were|had|been|did|already|ED|someone|somebody
      it's|is @adv* =unlikely that|for
      ^ i|we might|may =need|have to
      ,|;|:|--|(|and|so|but|then|that i|we might|may =need|have to
      =suggest|suggests|suggesting|indicates|indicate|implies @det? potential|possible|likely|probable|suspected
      evidence|logs|data|traces|trace|metrics|graphs|symptoms|timing|timings|this|which|profile @adv* =suggest|suggests|hint|hints|hinting|points|point that|at|to|a|an|towards|toward
      may|might =well be|have
      may|might|could =have @adv* been present|there|latent|what|how|why|where
      could|may|might =have @adv* come|originated|stemmed|resulted|arisen from
      must =have @adv* happened|occurred|gone|come|failed|lost|crashed|hit|gotten|slipped|started|begun
      it's|is @adv* =possible that? we|it|they|he|she|@det ..4!could|can|may|might|if|when ran|went|lost|got|broke|left|sent|took|hit|fell|came|began
      would =be explained by
      reason|cause|explanation|culprit|trigger|problem @adv* =may|might|could be
      may|might =have the|a same|similar problem|issue|bug|flaw|race
      doesn't|don't|didn't|not|n't =look to be
      that|this|it|which might @adv* =be something|an|a|worth|useful|nice|better|good|enough|easier|best|safer|wrong|interesting|helpful
      might|could =be an|a|another|the option|idea|way|alternative|candidate|possibility|solution
      you|we|i|one might|may =be able to
      one|another|the|a|possible|likely|plausible|only|simplest =explanation|possibility|theory|guess is|are|being|:
      =may|might|could be wrong|mistaken|stale|outdated|incomplete|inaccurate|overkill|sufficient|insufficient
      reviewers|reviewer|we|i|engineers|they|team|author|authors may|might =have ED|missed|anchored|assumed|thought|misread
      may or =may|might not
      may|might|could =actually|really be
      may|might =have @adv* to do with
      may|might have =more|something to do with
      """,
    unless: """
      @cond ..8!so may|might|could|must @adv* =have|be
      theory ..3 may|might|could @adv* =be|have
      =possible that? user|users|attacker|attackers|you|clients|callers|customers
      @actor|who|that|they|he|she @adv* may|might|could @adv* =have
      could|might @adv* =have @adv* been avoided|prevented|detected|caught|mitigated|shorter|faster|worse
      """)

  /// What the author expects of the fix.
  private static let expectation = CueGroup(
    rule: .hedge,
    advice: "expects where a record tells what was seen: say which run showed it, or that none did.",
    cues: """
      this|that|it|which|fix|patch|change|commit|changes|series|approach|workaround|and|these|hotfix @adv* =should|ought to? @adv* to? @adv* fix|help|resolve|solve|address|mitigate|cure|suffice|do|eliminate|remedy|alleviate
      this|that|it|which|fix|patch|change|commit|changes|approach|and|everything|all|things|these @adv* =should|ought to? @adv* work|hold
      =should @adv* not? be @adv* possible|gone|resolved|solved|back|better|stable|unaffected|trivial|easy|straightforward|negligible|minimal|rare
      =should now|hopefully|probably|theoretically
      =should|ought @adv* to? @adv* be @adv* enough|safe|fine|ok|okay|sufficient|harmless|adequate|good
      =should @adv* no longer
      =should not|never be a|an problem|issue|concern
      =shouldn't be a|an problem|issue|concern
      =shouldn't affect|impact|matter|break|hurt|regress|happen
      this|fix|patch|change|bug =should not @adv* affect|impact|matter|break|hurt|regress|happen
      =should|shouldn't @adv* not? have any|no|an? impact|effect|problems|issues|lingering|influence
      =should not? have had|seen|automatically
      =should not? have been automatically|already|resolved|unaffected
      this|fix|patch|change|commit|changes|patches @adv* =should @adv* make|ensure|prevent|avoid|reduce|improve|stop|keep|guarantee|speed|allow|give|bring|unblock|restore|catch|cover
      =should work now|again|fine|ok|correctly|properly
      =should @adv* help
      =hope|hopes|hoping|expect that|this ..8 fix|fixes|help|helps|resolve|resolves|solve|solves
      """,
    unless: """
      this|that|it|which|and|all|change|patch|fix|commit|these|changes @adv* =should @adv* be @adv* backported|applied|reverted|removed|called|used|done|set|a|the|an|in|considered|handled|treated|left|kept|fixed|merged|checked|moved|added
      callers|users|you|we|caller|user|reviewers|reviewer|operators|they|he|she =should @adv* help
      that|which =should be able
      if|when|whether|how|what|where|why ..6 =should
      you|he|she|they|NAME|developers|reviewers =should @adv* have
      """)

  /// That the author is not sure.
  ///
  /// Not to know, and to say what is not known, is honest.
  private static let doubt = CueGroup(
    rule: .hedge, advice: "doubts: say what is known, and name what is not.",
    cues: """
      =not|isn't|aren't|n't @adv* sure|certain|convinced
      =unsure if|whether|about|how|which|where|it
      not NUMBER UNKNOWN =sure|certain
      =fairly|pretty|quite|reasonably|mostly|somewhat sure|certain|confident
      i|we don't|do? not? really|fully|quite|entirely|completely =understand ..8 but
      i|we =don't know|say|tell for sure
      """,
    unless: """
      =not|isn't|aren't sure i|we understand|follow
      until|unless|if|when|where ..3 @isare|are|is =not sure|certain
      are|is|were|was =not certain to
      """)
}
