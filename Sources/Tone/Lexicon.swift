/// Words by what they do in a sentence: data for the patterns of `CueGroup`.
enum Lexicon {
  /// Words that are written with a stop that ends no sentence.
  static let abbreviations = """
    e.g i.e etc vs cf approx dr mr mrs resp incl esp inc ltd jr sr pp vol aka
    """

  /// A class a line: its name, then its words and the classes it holds.
  static let classes = """
    be: is are was were be been being isn't aren't wasn't weren't it's that's he's she's they're we're
    isare: is are isn't aren't it's that's this's there's they're
    we: i we
    det: the a an this that these those its his her their our my your any each every some no
    not: not never n't
    adv: also still really now just therefore thus so first initially originally only quite very rather fairly pretty \
    simply actually already currently then even always often sometimes usually generally mostly strongly firmly highly \
    truly certainly definitely somewhat honestly personally further widely commonly clearly totally entirely fully
    donot: don't do doesn't does didn't did not
    modal: may might could can would should will must shall cannot can't won't wouldn't shouldn't couldn't mightn't
    think: think believe suspect guess reckon suppose imagine doubt presume
    seem: seem seems
    appear: appear appears
    that: that which it this these those there
    cond: if when whenever unless whether otherwise once
    prep: of in on at by for to from with within without into onto over under after before during between through via
    actor: user users attacker attackers adversary client clients caller callers customer customers reader readers \
    you someone somebody anyone people publisher publishers
    caused: caused triggered introduced induced produced exacerbated worsened compounded amplified aggravated contributed \
    broken related due masked hidden prompted provoked influenced
    causes: cause causes explain explains trigger triggers introduce contribute contributes
    harm: cause reason culprit source origin explanation trigger factor issue problem race bug leak regression mismatch \
    corruption failure bottleneck defect deadlock overflow
    role: hacker newbie rookie trainee student volunteer electrician electricians installer installers commander \
    foreman clerk clerks guy guys \
    subcontractors integrator integrators moderator moderators secretary \
    developer developers engineer engineers author authors reviewer reviewers admin admins administrator \
    administrators sysadmin sysadmins maintainer maintainers contributor contributors committer committers programmer \
    programmers tester testers intern interns manager managers on-call oncall responder responders colleague \
    colleagues coworker coworkers co-worker co-workers employee employees contractor contractors technician \
    technicians sre sres dev devs dba dbas analyst analysts architect architects consultant consultants designer \
    designers freelancer newcomer newcomers junior juniors operator operators owner owners lead leads vendor vendors \
    supplier suppliers subcontractor submitter submitters approver approvers teammate teammates superior superiors \
    boss ceo cto director directors executive executives supervisor supervisors
    team: team teams management leadership staff ops devops qa department squad crew helpdesk personnel \
    workforce
    org: company companies corporation corporations agency agencies ministry manufacturer manufacturers consultancy \
    consultancies subsidiary isp isps telco telcos landlord regulator municipality airline insurer firm firms council \
    government
    orgish: provider providers carrier carriers bank banks registrar registrars
    orgowner: company's companies' corporation's agency's agencies' ministry's manufacturer's manufacturers' consultancy's \
    firm's isp's telco's supplier's suppliers' vendors' provider's providers' carrier's landlord's regulator's government's
    orgform: inc corp corporation ltd limited llc gmbh plc
    orgrole: owned owns operated operates ran runs oversaw oversees administered administers supplied supplies built builds \
    manufactured manufactures hosted hosts maintained maintains managed manages provided provides led employed sold
    orgduty: designate appoint hire staff fund disclose oversee apologise apologize
    orgdutyed: designated appointed hired staffed funded disclosed oversaw apologised apologized
    orgfault: mismanaged bungled botched blundered miscommunicated underinvested understaffed
    pronoun: he she who you someone somebody they whoever he'd she'd they'd you'd everyone nobody anyone he's she's
    person: NAME @role @team @org he she you someone somebody whoever he'd she'd everyone people person persons human humans
    intense: incredibly extremely very really so too quite rather unbelievably frankly just simply plainly downright @adv
    care: even ever fully properly bother to really adequately carefully actually first thoroughly correctly @adv
    owner: NAME's reviewer's developer's author's engineer's operator's team's his her their your manager's admin's \
    maintainer's contributor's vendor's intern's consultant's technician's partner's somebody's someone's nobody's management's contractor's reviewers' \
    developers' engineers' operators' whose @orgowner
    modifier: the a an our my their his her this that one some any another new old former junior senior on-call oncall \
    careless original previous responsible same release platform security infrastructure backend frontend database \
    network support product data mobile web reliability core kernel qa staff principal lead shift external \
    third-party whole entire poor first second duty night tired hurried inexperienced \
    incident layout firmware hardware upstream technical build test operations
    behind: of on in at from for the a an our this that , ( ) who also both then
    aux: had has have was were is are been being having will would 'd 's
    codenoun: code function method script job commit patch test tests check guard alarm compiler parser kernel driver \
    thread process server client service daemon scheduler worker build pipeline query request response call caller \
    system program tool library module handler loop lock cache queue node cluster host machine container image plugin
    link: of on in at from for who , (
    stopper: @prep and or but that which because so if when CODE is was were are has not to ; : -- . , ( )
    fault: forgot forget forgets forgotten forgetting neglected neglects neglecting neglect overlooked overlooks \
    botched bungled misread misconfigured mistyped misjudged misinterpreted misunderstood misremembered miscommunicated \
    rubber-stamped fat-fingered blundered procrastinated missed mishandled mismanaged miscalculated misdiagnosed \
    underestimated screwed messed goofed slacked slipped disobeyed violated panicked overreacted bungles misses
    done: applied executed skipped introduced carried routed granted
    campaign: improve invest rethink streamline harden adopt establish standardise standardize migrate refactor rewrite \
    automate prioritise prioritize educate train document monitor revisit reconsider modernise modernize entertain \
    decide setup encourage embrace enforce strengthen overhaul ditch abandon mandate explore evaluate
    humanfault: forgot forgotten neglected overlooked botched bungled misread mistyped misjudged misinterpreted \
    misunderstood misremembered miscommunicated rubber-stamped fat-fingered blundered mishandled mismanaged \
    underestimated disregarded goofed panicked
    turn: which because since if when while until although CODE ; : -- . , ( ) is was were are has not \
    reported noticed found said noted observed discovered
    breaker: and but or so that @turn
    faultadv: carelessly accidentally mistakenly inadvertently wrongly incorrectly blindly recklessly negligently \
    thoughtlessly hastily sloppily lazily foolishly stupidly erroneously unthinkingly naively improperly prematurely \
    unintentionally unwittingly needlessly simply hurriedly
    act: removed deleted dropped merged deployed pushed ran run set changed approved copied pasted committed enabled \
    disabled released shipped applied introduced left wrote added used executed reverted configured updated restarted \
    rebooted revoked uploaded published shut turned signed selected chose typed entered edited renamed moved flipped \
    overwrote broke assumed closed opened terminated killed wiped truncated upgraded took \
    gave sent made put reviewed tested unplugged pulled misplaced dropped triggered recommended
    handled: cut connected flashed soldered wired swapped plugged unplugged installed mounted shipped loaded dialled \
    dialed
    careful: testing checking reviewing reading verifying asking telling review tests test notice thinking \
    looking approval permission running validating validation considering consulting authorization waiting following \
    announcing coordination documentation proper care caution understanding notifying informing backup backups
    duty: read check test review verify notice follow think document communicate ask tell validate escalate understand \
    realize realise bother look update run inform respond consider pay catch remember know care coordinate listen \
    react consult investigate question involve announce test notify monitor anticipate plan rotate renew add remove
    dutyed: caught noticed prevented checked avoided tested verified read reviewed known spotted
    badperson: careless negligent sloppy reckless lazy incompetent irresponsible inattentive distracted inexperienced \
    unqualified unprepared ignorant clueless stupid foolish hasty impatient overconfident undisciplined unprofessional \
    complacent oblivious unaware asleep drunk tired wrong mistaken untrained slow
    badquality: careless stupid silly bad serious grave costly critical big huge simple basic rookie honest small \
    unfortunate obvious avoidable clerical novice amateur beginner's
    fix: fix patch change commit changes fixes patches approach workaround solution series hotfix rollback revert \
    mitigation tweak
    """

  /// Words of a sentence that tells of a hypothesis which did not hold.
  static let rejections = """
    =refuted|disproved|disproven|falsified|hypothesis|hypotheses|hypothesised|hypothesized
    =ruled ..4 out
    =turned out
    =red herring|herrings
    =rejected|discarded|dismissed
    =wrong hypothesis|theory|guess|assumption
    """
}
