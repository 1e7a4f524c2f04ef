/// Words of English that state nothing by themselves: a sentence may hold them whatever its facts say.
///
/// What is not among them and not in the facts of a sentence is a claim of its own. So no word that says how much, how
/// often or how surely (“all”, “always”, “only”, “may”, “must”) stands here, and none that names a thing of a program.
enum PlainEnglish {
  static func contains(_ word: String) -> Bool { words.contains(word.lowercased()) }

  /// Whether a word turns what is said into its opposite.
  static func isNegation(_ word: String) -> Bool {
    let word = word.lowercased()
    return negations.contains(word) || word.hasSuffix("n't")
  }

  /// Whether a word says that something is so because of something else.
  static func isCausal(_ word: String) -> Bool { causal.contains(word.lowercased()) }

  /// The figure that a word stands for; nil where it is none.
  static func figure(_ word: String) -> String? { figures[word.lowercased()] }

  private static let negations: Set<String> = [
    "no", "not", "never", "none", "nothing", "nobody", "nowhere", "neither", "nor", "without", "cannot",
  ]

  private static let causal: Set<String> = [
    "because", "so", "therefore", "thus", "hence", "thereby", "consequently", "due", "why", "cause", "causes",
    "caused", "causing", "leads", "led", "leading", "results", "resulted", "resulting", "makes", "made",
    "making",
    "since",
  ]

  private static let figures: [String: String] = [
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "hundred": "100", "thousand": "1000",
    "zero": "0",
  ]

  private static let words: Set<String> = causal.union(
    """
    a an the this that these those it its itself they their them there here which who whose what where how
    one ones other another same such own
    and or but yet as than then while when whenever if unless until though although whether
    of in on at by for from to into onto out off over under up down with within through across between among
    before after during again back away upon via per about around against along behind beyond toward towards
    is are was were be been being am do does did doing done has have had having
    also too instead rather still already now later first next last finally once further
    both either each
    that's it's
    become becomes became remain remains remained stay stays stayed keep keeps kept let lets
    happen happens happened occur occurs occurred come comes came go goes went gone
    give gives gave given take takes took taken get gets got use uses used using
    show shows showed shown see sees saw seen tell tells told say says said state states stated
    mean means meant describe describes described follow follows followed following
    begin begins began begun start starts started end ends ended
    hold holds held stand stands stood lie lies
    bug record cause symptom fix fixes fixed fixing mechanism reason fact facts case
    behaviour behavior way point place time step part side
    earlier new old former previous above below
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
