extension CueGroup {
  /// A person, a role or a team as the fault.
  static let blame: [CueGroup] = [faults, duties, verdicts, unmet]

  private static let mend = "makes a person the fault: say which check, step or tool let it through, and why."

  /// A person as the subject of a verb of fault.
  ///
  /// Code that forgets is no person, nor is who stands behind "by".
  private static let faults = CueGroup(
    rule: .blame, advice: mend,
    cues: """
      @person @behind* ..5!@stopper @aux* @adv* =@fault
      @person of the|this|that|a @codenoun @aux* @adv* =@fault
      @person @behind* ..5!@stopper @aux* @adv* @faultadv =@act
      @person @behind* ..5!@stopper @aux* =@act ..6 by accident|mistake
      @person @behind* ..5!@stopper @aux* @adv* =made|makes a|an|the|another|this|that|some|several @badquality* mistake|mistakes|error|errors|blunder|slip|oversight|typo|misjudgement
      @person @behind* ..5!@stopper =didn't|hadn't @care* @duty
      @person @behind* ..5!@stopper =did|had not @care* @duty
      @person @behind* ..5!@stopper =never bothered|tested|checked|reviewed|read|verified|noticed|followed|looked|asked|told|documented|communicated|validated|thought|escalated
      @person @behind* ..5!@stopper =let|allowed ..4 slip|through|lapse|expire|merge|ship|land
      @person @behind* ..5!@stopper @aux* @adv* =failed to
      @person @behind* ..5!@stopper @aux* =broke|breaks|broken production|prod|master|main|trunk|staging|the|everything
      @person @behind* ..5!@stopper =brought|took ..4 down|offline
      @person @behind* ..5!@stopper @aux* =@act ..8 without @careful
      @person @behind* ..5!@stopper @aux* @adv* =@act @prep? the|a|an|to wrong|incorrect|invalid
      @person @behind* ..5!@stopper @aux* =ran|run|deployed|used|executed|pushed|copied|applied ..14 instead of
      @person @behind* ..5!@stopper @aux* =caused ..4 outage|incident|failure|downtime|regression|breakage|problem|bug|crash|corruption|loss
      @person @behind* ..5!@stopper =should|ought not? @adv* to? have
      @person @behind* ..5!@stopper =shouldn't @adv* have
      @person @behind* ..5!@stopper =was|were|is|are|been not? @adv* @badperson
      @person @behind* ..5!@stopper =thought|assumed|believed|decided ..8 without|wrongly|incorrectly|mistakenly|erroneously
      @person @behind* ..5!@stopper @aux* =ignored|skipped|bypassed|dismissed|disregarded|overrode
      they|who @aux* @adv* =forgot|forgotten|neglected|botched|bungled|overlooked
      they =should|shouldn't not? have known|noticed|tested|checked|asked|caught
      """,
    unless: """
      of|by|for|from|to|with|per|than|as|like|about @modifier* @person ..14 =@fault|@act|failed|should|did|didn't|had|hadn't|never|caused|was|were|made|let|ignored|skipped
      UNKNOWN|CODE|@codenoun manager|operator|management|owner|person|lead ..14 =@fault|@act|failed|should|did|didn't|had|hadn't|never|caused|was|were|made|let|ignored|skipped
      if|unless|whenever|whether|so|would|should|may|might|can|could|must|will|lets|let|until @modifier* @person ..5 =@fault|@act|failed|did|didn't|had|hadn't|never|was|were|made|ignored|skipped
      when @modifier* @person @adv* =forget|forgets|neglects|overlooks|misses
      i|we @adv* @aux* =@fault|@act|failed|should|did|didn't|never|was|were|made
      =should have to|access|a|an|the|no|at|their|permission|permissions
      =was|were unaware of
      """)

  /// What one ought to have done.
  private static let duties = CueGroup(
    rule: .blame, advice: mend,
    cues: """
      you|he|she|someone|somebody|everyone|nobody =should @adv* not? have
      you|he|she =shouldn't have
      you|he|she =could have at least
      you =didn't|don't bother
      """,
    unless: """
      if|that|so|which you =should
      =should have to|access|a|an|the|no|at
      """)

  /// Judgements of persons, and faults with an owner.
  private static let verdicts = CueGroup(
    rule: .blame, advice: mend,
    cues: """
      =human|operator|user|pilot|developer|engineer|operational|administrator error|errors|mistake|mistakes
      human =failing|failure|failings|negligence
      @badquality =mistake|error by|from|on|made @modifier* @person
      @owner =fault|negligence|carelessness|mistake|mistakes|incompetence|oversight|sloppiness|laziness|inattention|recklessness|blunder
      NAME's =fault
      =fault|negligence|carelessness|mistake|incompetence|oversight|sloppiness|inattention|blunder of|by|from|on @modifier* @person
      =carelessness|incompetence|negligence|recklessness|sloppiness
      is|was|were|are|been|being @adv* =careless|negligent|incompetent|irresponsible|unprofessional
      =careless|negligent|incompetent|irresponsible|clueless @person|mistake|error|work|commit|change|coding|review|reviewing|testing|deployment
      @person @behind* ..3!@stopper is|was|are|were @adv* to =blame
      =blame|blamed|blames|blaming @modifier* @person
      =blame|fault|responsibility lies|lay|rests|falls|fell with|on|to @modifier* @person
      =asleep at the wheel
      =dropped the ball
      """,
    unless: """
      git =blame
      =user|operator error|errors message|messages|handling|code|codes|page|reporting|type|types|path|class|output|log|logs|state
      report|reports|reported|show|shows|print|prints|display|handle|handles|return|returns|raise|raises|as a? =user|operator error|errors
      """)

  /// What "should have been" done by those who make and release, without saying who.
  private static let unmet = CueGroup(
    rule: .blame, advice: "says what somebody ought to have done: say which step the process has not.",
    cues: """
      =should not? @adv* have @adv* been @adv* tested|reviewed|approved|caught|noticed|performed|communicated|escalated|merged|deployed|questioned|anticipated|foreseen|announced|coordinated|consulted|involved|informed|trained|spotted
      =shouldn't @adv* have @adv* been @adv* approved|merged|deployed|performed|released|shipped
      when|but it =should not have been $
      """,
    unless: """
      that|which =should have been merged|performed|caught by|in|before|at|into
      """)
}
