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
      @person @behind* ..5!@stopper =brought ..4 down|offline
      @person @behind* ..5!@stopper =took down
      @person @behind* ..5!@stopper @aux* =@act ..8 without @careful
      @person @behind* ..5!@stopper @aux* @adv* =@act @prep? the|a|an|to wrong|incorrect|invalid
      @person @behind* ..5!@stopper @aux* =ran|run|deployed|executed|pushed|copied|typed ..14 instead of
      @person @behind* ..5!@stopper @aux* =caused ..4 outage|incident|failure|downtime|regression|breakage|problem|bug|crash|corruption|loss
      @person @behind* ..5!@stopper =should|ought not? @adv* to? have
      @person @behind* ..5!@stopper =shouldn't @adv* have
      @person @behind* ..5!@stopper =was|were|is|are|been not? @adv* @badperson
      @person @behind* ..5!@stopper =thought|assumed|believed|decided ..8 without|wrongly|incorrectly|mistakenly|erroneously
      @person @behind* ..5!@stopper @aux* =ignored|skipped|bypassed|dismissed|disregarded|overrode
      @person @behind* ..5!@stopper @aux* =violated|disobeyed|refused|insisted|rushed|knew|lacked|misled|lied|hid|gambled|improvised
      @person @behind* ..5!@stopper =cut corners
      @person ..9!@breaker @adv* =@humanfault
      @person ..10!@turn and|but|then also? @adv* =@humanfault|refused|ignored|skipped|bypassed
      @person ..10!@turn and|but|then also? =didn't|never @care* @duty|tested|checked|asked|verified|told|looked
      @person ..10!@turn and|but|then also? =did not @care* @duty
      @person ..10!@turn and|but|then also? =failed to
      nobody|none =questioned|reviewed|checked|tested|verified|bothered|thought|cared|owned|looked|read
      no one =questioned|reviewed|checked|tested|verified|bothered|thought|cared|owned|looked|read
      @person @behind* ..5!@stopper was|were @adv* =supposed|expected|meant|told|warned|asked to ..16 but|and not|didn't|did|never|forgot|failed
      @person @behind* ..5!@stopper =was|were not? too @badperson|late|busy|eager|quick
      @person @behind* ..5!@stopper =was|were @adv* responsible for the|this|that @adv* outage|incident|failure|bug|regression|error|mistake|breakage|problem
      @person @behind* ..5!@stopper =had no idea|clue
      @person @behind* ..5!@stopper =took too long
      @person @behind* ..5!@stopper =reacted|responded|escalated @adv* too late|slowly
      @person @behind* ..5!@stopper =introduced|caused|created|added|wrote the|this|that|a @adv* bug|regression|defect|leak|race|typo|mistake|deadlock|flaw
      @person @behind* ..5!@stopper =pushed|committed|merged directly|straight to
      @person @behind* ..5!@stopper =chose|decided|elected|opted to ignore|skip|bypass|forgo
      @person @behind* ..5!@stopper kept =ignoring|skipping|forgetting|missing|dismissing
      @person @behind* ..5!@stopper =without bothering|thinking|checking|looking|asking
      =@faultadv @act|ED by @modifier* @person
      =@act|ED @faultadv by @modifier* @person
      @person @behind* ..5!@stopper @aux* @adv* =left|leaves the|a|an|this|that|it|in|production|debug ..5 unlocked|unprotected|enabled|open|exposed|unset|running|behind|disabled|broken|unpatched|unattended|in
      @person @behind* ..5!@stopper @aux* @adv* =wrote|produced|delivered|submitted|shipped|merged|approved|pushed|released|deployed a|an|the|this|such|some? @badquality|broken|buggy|sloppy|untested|unreviewed|unfinished|bad|terrible|poor|flawed|wrong|incorrect
      @person @behind* ..5!@stopper @aux* =approved|merged|signed|accepted|waved ..8 anyway|blindly|regardless|unread|unreviewed|through
      @person @behind* ..5!@stopper =paid no|little attention
      @person @behind* ..5!@stopper =couldn't|wouldn't be bothered
      @person @behind* ..5!@stopper =took no|little care
      @person @behind* ..5!@stopper @aux* =lost|mixed|got ..2 track|up|confused|wrong
      @person @behind* ..5!@stopper had not|never =done|read|tested|checked|reviewed|read|verified|followed|noticed|thought|understood|bothered
      @person @behind* ..5!@stopper =hadn't tested|checked|reviewed|read|verified|followed|noticed|thought|understood|done|run
      they|who @aux* @adv* =forgot|forgotten|neglected|botched|bungled|overlooked
      they =should|shouldn't not? have known|noticed|tested|checked|asked|caught
      """,
    unless: """
      of|by|for|from|to|with|per|than|as|like|about @modifier* @person ..14 =@fault|@act|failed|should|did|didn't|had|hadn't|never|caused|was|were|made|let|ignored|skipped
      UNKNOWN|CODE|@codenoun manager|operator|management|owner|person|lead ..14 =@fault|@act|failed|should|did|didn't|had|hadn't|never|caused|was|were|made|let|ignored|skipped
      if|unless|whenever|whether|would|should|may|might|can|could|must|will|lets|let|until @modifier* @person ..5 =@fault|@act|failed|did|didn't|had|hadn't|never|was|were|made|ignored|skipped
      when @modifier* @person @adv* =forget|forgets|neglects|overlooks|misses
      i|we @adv* @aux* =@fault|@act|failed|should|did|didn't|never|was|were|made
      =should have to|access|a|an|the|no|at|their|permission|permissions
      """)

  /// What one ought to have done.
  private static let duties = CueGroup(
    rule: .blame, advice: mend,
    cues: """
      you|he|she|someone|somebody|everyone|nobody|everybody =should @adv* not? have
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
      =human|pilot error|errors|mistake|mistakes
      to|by|was|were|is|from|of|and|simple =operator|user|developer|engineer|operational|administrator|clerical error|errors|mistake|mistakes
      =poor|bad judgement|judgment|communication|decision|decisions|workmanship|discipline|coding by|from|of|on|on? @modifier* @person
      lack of =attention|diligence|care|discipline|competence|experience|training|knowledge|understanding|professionalism|communication by|from|of|on|in|among|between @modifier* @person
      @owner lack|inability|failure|refusal|unwillingness|decision =of|to ignore|skip|attention|diligence|care|test|check|follow|read|understand|review|discipline|experience
      due|thanks to @owner? =inattention|inexperience|ignorance|laziness|complacency|haste|incompetence|forgetfulness
      @owner @adv* careless|sloppy|lazy|hasty|stupid|botched|reckless|rushed|bad =patch|change|commit|work|review|code|decision|deployment|merge|fix
      human =failing|failure|failings|negligence
      manual =error|errors|mistake|mistakes|misstep
      =misconfigured|mistyped|overlooked|forgotten|neglected|mishandled|misread|ignored|missed by @modifier* @person
      not =tested|reviewed|noticed|caught|checked|spotted|read|verified by @modifier* @person
      =caused|broken by @modifier* @role|NAME
      =mistake|oversight|failure|error|negligence|carelessness on @owner part
      =mistake|oversight|failure|error|negligence|carelessness on the part of
      due|because to|of @modifier* @person not =testing|checking|reading|reviewing|following|knowing|noticing|understanding|verifying|communicating|documenting|paying|thinking
      =whoever wrote|merged|approved|pushed|reviewed|did|deployed|committed|configured|set
      @badquality =mistake|error by|from|on|made @modifier* @person
      @owner =fault|negligence|carelessness|mistake|mistakes|incompetence|oversight|sloppiness|laziness|inattention|recklessness|blunder
      NAME's =fault
      =fault|negligence|carelessness|mistake|incompetence|oversight|sloppiness|inattention|blunder of|by|from|on @modifier* @person
      =carelessness|incompetence|negligence|recklessness|sloppiness
      is|was|were|are|been|being @intense* =careless|negligent|incompetent|irresponsible|unprofessional
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
      =should not? @adv* have @adv* been @adv* tested|reviewed|approved|caught|noticed|performed|communicated|escalated|merged|deployed|questioned|anticipated|foreseen|announced|coordinated|consulted|involved|informed|trained|spotted|rushed
      ,|;|--|:|(|^ =should have caught|noticed|spotted|known|foreseen|anticipated|tested|asked|checked|realized|realised
      =shouldn't @adv* have @adv* been @adv* approved|merged|deployed|performed|released|shipped|rushed|allowed
      when|but it =should not have been $
      """,
    unless: """
      that|which =should have been merged|performed|caught by|in|before|at|into
      """)
}
