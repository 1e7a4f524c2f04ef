extension CueGroup {
  /// A person, a role or a team as the fault.
  static let blame: [CueGroup] = [faults, duties, verdicts, unmet, organisations]

  private static let mend = "makes a person the fault: say which check, step or tool let it through, and why."

  /// What is said of a person: each line with a person before it, or one who stands before "of", "on" or "who" and more.
  ///
  /// A noun right behind a role is what the sentence speaks of: "the admin interface".
  private static func predicates(_ lines: String) -> String {
    lines.split(separator: "\n")
      .map { "@person @adv* \($0)\n@person @link @behind* ..4!@stopper @adv* \($0)" }
      .joined(separator: "\n")
  }

  /// A person as the subject of a verb of fault.
  ///
  /// Code that forgets is no person, nor is who stands behind "by".
  private static let faults = CueGroup(
    rule: .blame, advice: mend,
    cues: predicates(
      """
      @aux* @adv* =@fault
      @aux* @adv* @faultadv =@act|ED
      @aux* =@act ..6 by accident|mistake
      @aux* @adv* =made|makes a|an|the|another|this|that|some|several @badquality* mistake|mistakes|error|errors|blunder|slip|oversight|typo|misjudgement
      =didn't|hadn't @care* @duty
      =did|had not @care* @duty
      =never bothered|tested|checked|reviewed|read|verified|noticed|followed|looked|asked|told|documented|communicated|validated|thought|escalated
      =let|allowed ..4 slip|through|lapse|expire|merge|ship|land|go
      @aux* @adv* =failed to
      @aux* =broke|breaks|broken production|prod|master|main|trunk|staging|the|everything
      =brought ..4 down|offline
      =took down
      @aux* =@act ..8 without a|any|the? @careful
      @aux* @adv* =@act ..3 wrong|incorrect|invalid
      @aux* @adv* =@handled the wrong
      @aux* =ran|run|deployed|executed|pushed|copied|typed ..14 instead of
      @aux* =caused ..4 outage|incident|failure|downtime|regression|breakage|problem|bug|crash|corruption|loss
      =should|ought not|never? @adv* to? have
      =shouldn't @adv* have
      =was|were|is|are|been not? @adv* @badperson
      =thought|assumed|believed|decided ..8 without|wrongly|incorrectly|mistakenly|erroneously
      @aux* =ignored|skipped|bypassed|dismissed|disregarded|overrode
      @aux* =violated|disobeyed|refused|insisted|rushed|knew|lacked|misled|lied|hid|gambled|improvised
      =cut corners
      was|were @adv* =supposed|expected|meant|told|warned|asked to ..16 but|and not|didn't|did|never|forgot|failed
      =was|were not? too @badperson|late|busy|eager|quick
      =was|were @adv* responsible for the|this|that @adv* outage|incident|failure|bug|regression|error|mistake|breakage|problem
      =had no idea|clue
      =took too long
      =reacted|responded|escalated @adv* too late|slowly
      =introduced|caused|created|added|wrote the|this|that|a @adv* bug|regression|defect|leak|race|typo|mistake|deadlock|flaw
      =pushed|committed|merged directly|straight to
      =chose|decided|elected|opted to ignore|skip|bypass|forgo
      kept =ignoring|skipping|forgetting|missing|dismissing
      =without bothering|thinking|checking|looking|asking
      @aux* @adv* =left|leaves the|a|an|this|that|it|in|production|debug ..5 unlocked|unprotected|enabled|open|exposed|unset|running|behind|disabled|broken|unpatched|unattended|in
      @aux* @adv* =wrote|produced|delivered|submitted|shipped|merged|approved|pushed|released|deployed a|an|the|this|such|some? @badquality|broken|buggy|sloppy|untested|unreviewed|unfinished|bad|terrible|poor|flawed|wrong|incorrect
      @aux* =approved|merged|signed|accepted|waved ..8 anyway|blindly|regardless|unread|unreviewed|through
      =paid no|little attention
      =couldn't|wouldn't be bothered
      =took no|little care
      @aux* =lost|mixed|got ..2 track|up|confused|wrong
      had not|never =done|read|tested|checked|reviewed|read|verified|followed|noticed|thought|understood|bothered
      =hadn't tested|checked|reviewed|read|verified|followed|noticed|thought|understood|done|run
      had @adv* =known about|of|that|for
      =pressured|coerced|bullied
      =pushed|forced|rushed the team|engineers|developers|release
      =refuses|refuse to
      =should know|knows better
      @aux* =@act ..6 despite
      kept =quiet|silent
      =kept merging|pushing|committing|deploying|ignoring|approving
      @aux* =ignoring|neglecting|misusing|disregarding
      have|has =misused|abused
      had|were|was been? =warned about|of|that ..14 and|but chose|did|ignored|decided
      =chose|decided|elected|opted to do nothing
      =thought it was|is|would a|fine|ok|okay|funny|clever|enough good|great|clever? idea|!UNKNOWN
      =slept through
      =was|were in the wrong terminal|window|shell|directory|environment|database|account|console
      =was|were in a hurry
      @aux* =reprimanded|reminded of|about the policy|procedure|rules|rule|process
      """)
        + """

        @person of the|this|that|a @codenoun @aux* @adv* =@fault
        @person ..9!@breaker @adv* =@humanfault
        @person ..10!@turn and|but|then also? @adv* =@humanfault|refused|ignored|skipped|bypassed
        @person ..10!@turn and|but|then also? =didn't|never @care* @duty|tested|checked|asked|verified|told|looked
        @person ..10!@turn and|but|then also? =did not @care* @duty
        @person ..10!@turn and|but|then also? =failed to
        @person ..10!@turn and|but|then also? =broke
        nobody|none =questioned|reviewed|checked|tested|verified|bothered|thought|cared|owned|looked|read
        no one =questioned|reviewed|checked|tested|verified|bothered|thought|cared|owned|looked|read
        =@faultadv @act|ED by @modifier* UNKNOWN? @person
        =@act|ED @faultadv by @modifier* UNKNOWN? @person
        they|who @aux* @adv* =forgot|forgotten|neglected|botched|bungled|overlooked
        they =should|shouldn't not? have known|noticed|tested|checked|asked|caught
        if @modifier* UNKNOWN? @person had @adv* =read|checked|tested|reviewed|followed|asked|noticed|run|looked|listened|verified
        nobody ..4 =bothered|questioned
        no one ..4 =bothered|questioned
        nobody =took ownership|responsibility
        no one =took ownership|responsibility
        no one|body of|on|in|from @modifier* @person =took|bothered|questioned|reviewed|checked|tested|verified|owned|looked|read
        @person , who ..6 , =didn't|never|failed|forgot|ignored @care* @duty|to|the|a
        ^ had @modifier* UNKNOWN? @person ..3 =tested|checked|read|reviewed|followed|asked|noticed|looked|run|verified|escalated
        if @modifier* UNKNOWN? @person had been =paying
        more|less =experienced|careful|diligent|attentive|competent @person would|could|should|might
        =@act by @modifier* UNKNOWN? @person ..4 without a|any? @careful|anyone|anybody
        because @modifier* UNKNOWN? @person =don't|doesn't|didn't understand|know|care|grasp|bother|read
        wrong ..4 was|were =@act by @modifier* UNKNOWN? @person
        ^ support =didn't|never escalate|escalated|respond|responded|react|reacted|answer|answered
        ^ support =did not escalate|respond|react|answer|tell
        """,
    unless: """
      of|by|for|from|to|with|per|than|as|like|about @modifier* UNKNOWN? @person ..14 =@fault|@act|failed|should|did|didn't|had|hadn't|never|caused|was|were|made|let|ignored|skipped
      UNKNOWN|CODE|@codenoun manager|operator|management|owner|person|lead ..14 =@fault|@act|failed|should|did|didn't|had|hadn't|never|caused|was|were|made|let|ignored|skipped
      if|unless|whenever|whether|would|should|may|might|can|could|must|will|lets|let|until @modifier* UNKNOWN? @person ..5 =@fault|@act|failed|did|didn't|had|hadn't|never|was|were|made|ignored|skipped
      when @modifier* UNKNOWN? @person @adv* =forget|forgets|neglects|overlooks|misses
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
      =poor|bad judgement|judgment|communication|decision|decisions|workmanship|discipline|coding by|from|of|on|on? @modifier* UNKNOWN? @person
      lack of =attention|diligence|care|discipline|competence|experience|training|knowledge|understanding|professionalism|communication by|from|of|on|in|among|between @modifier* UNKNOWN? @person
      @owner lack|inability|failure|refusal|unwillingness|decision =of|to ignore|skip|attention|diligence|care|test|check|follow|read|understand|review|discipline|experience
      due|thanks to @owner? =inattention|inexperience|ignorance|laziness|complacency|haste|incompetence|forgetfulness
      @owner @adv* careless|sloppy|lazy|hasty|stupid|botched|reckless|rushed|bad =patch|change|commit|work|review|code|decision|deployment|merge|fix
      human =failing|failure|failings|negligence
      manual =error|errors|mistake|mistakes|misstep
      =misconfigured|mistyped|overlooked|forgotten|neglected|mishandled|misread|ignored|missed by @modifier* UNKNOWN? @person
      not =tested|reviewed|noticed|caught|checked|spotted|read|verified by @modifier* UNKNOWN? @person
      =caused|broken by @modifier* @role|NAME
      =mistake|oversight|failure|error|negligence|carelessness on @owner part
      =mistake|oversight|failure|error|negligence|carelessness on the part of
      due|because to|of @modifier* UNKNOWN? @person not =testing|checking|reading|reviewing|following|knowing|noticing|understanding|verifying|communicating|documenting|paying|thinking
      =whoever wrote|merged|approved|pushed|reviewed|did|deployed|committed|configured|set
      @badquality =mistake|error by|from|on|made @modifier* UNKNOWN? @person
      @owner =fault|negligence|carelessness|mistake|mistakes|incompetence|oversight|sloppiness|laziness|inattention|recklessness|blunder
      own =fault|negligence|carelessness
      NAME's @badquality* =typo|typos|mess
      NAME's|reviewer's|developer's|author's|engineer's|operator's|team's|management's|vendor's|contractor's|consultant's|technician's|admin's|maintainer's =failure|inability|unwillingness|refusal to @duty|rotate|renew|apply|configure|secure|patch|back
      NAME's|reviewer's|developer's|engineer's|operator's|team's|vendor's|contractor's|consultant's|technician's|admin's|customer's =misconfiguration|mishandling|misuse|misreading|misjudgement|misjudgment|mismanagement
      ^ =user|operator|pilot|admin error|errors :
      @aux* =wrong|false|bad assumption|assumptions|call|choice|judgement|judgment by|on @modifier* UNKNOWN? @person
      =fault|blame is|was|lies|lay|rests @adv* with @modifier* UNKNOWN? @person
      ^ the? =blame|fault lies|lay|rests|falls with|on
      lack of =diligence|professionalism|competence
      to|through sheer|pure|our|their? =inattention|laziness|ignorance|forgetfulness
      =shame on
      =botched|bungled|fumbled|mangled by @modifier* UNKNOWN? @person
      is|are =responsible for this|that @adv* outage|incident|failure|bug|regression|mistake|breakage|mess
      made|caused by the night|day|early|late|evening|morning =shift
      NAME's =fault
      =fault|negligence|carelessness|mistake|incompetence|oversight|sloppiness|inattention|blunder of|by|from|on @modifier* UNKNOWN? @person
      =carelessness|incompetence|negligence|recklessness|sloppiness
      is|was|were|are|been|being @intense* =careless|negligent|incompetent|irresponsible|unprofessional
      =careless|negligent|incompetent|irresponsible|clueless|inexperienced|sloppy|lazy|untrained @person|mistake|error|work|commit|change|coding|review|reviewing|testing|deployment
      @person @behind* ..3!@stopper is|was|are|were @adv* to =blame
      =blame|blamed|blames|blaming @modifier* UNKNOWN? @person
      =blame|fault|responsibility ..5 lies|lay|rests|falls|fell with|on|to @modifier* UNKNOWN? @person
      =sloppy|careless|poor|bad|shoddy work|code|review|testing|planning by|from|of @modifier* UNKNOWN? @person
      bug|fault|mistake|error|failure|outage is|was =@owner
      =mistake|mistakes|error was|were @adv* made|caused by @modifier* UNKNOWN? @person
      =asleep at the wheel
      =dropped the ball
      """,
    unless: """
      git =blame
      =user|operator error|errors message|messages|handling|code|codes|page|reporting|type|types|path|class|output|log|logs|state
      report|reports|reported|show|shows|print|prints|display|handle|handles|return|returns|raise|raises|as a? =user|operator error|errors
      """)

  /// A company or an authority at fault by what only such do: what a program is called may stand in its place.
  private static let organisations = CueGroup(
    rule: .blame,
    advice: "makes an organisation the fault: say what its part did, and which check of ours did not see it.",
    cues: """
      PROPER|CODE|NAME|@org @orgform? , which|who @adv* @orgrole ..24 did|had not @care* =@orgduty
      PROPER|CODE|NAME|@org @orgform? , which|who @adv* @orgrole ..24 never @adv* =@orgdutyed
      PROPER|CODE @orgform? did not @care* =hire|staff|fund|disclose|appoint|apologise|apologize
      PROPER|CODE @orgform? @aux* @adv* =@orgfault
      @orgowner|PROPER's|NAME's @adv* =mismanagement|understaffing|underinvestment|complacency
      @orgowner|PROPER's|NAME's ..4 insufficient|inadequate|poor|deficient|sloppy UNKNOWN? =staffing|oversight|training|supervision|governance|communication !UNKNOWN|CODE|@codenoun|ED|ING
      @orgowner|PROPER's|NAME's ..8 lack of =communication|oversight|staff|staffing|training|supervision|diligence|accountability|preparation !UNKNOWN|CODE|@codenoun|ED|ING
      @orgowner|PROPER's|NAME's @adv* failure|refusal|unwillingness to =communicate|disclose|staff|fund|hire|invest|apologise|apologize !with
      @orgish =should|ought to? have told|warned|informed|announced|asked|consulted
      @orgish @aux* @adv* failed|neglected to =announce|disclose
      @orgish @aux* @adv* failed|neglected to =tell|warn|inform us|its|their|anybody|anyone|customers
      @orgish never @adv* =told|warned|informed|notified us|its|their|anybody|anyone|customers
      @orgish never @adv* =announced|disclosed|apologised|apologized
      @orgish did not @care* =tell|warn|inform|consult us|its|their|anybody|anyone|customers
      @orgish @aux* @adv* =neglected|botched|bungled|mismanaged
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
