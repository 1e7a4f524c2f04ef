import Declaration

enum Season: String, CaseIterable, ExpressibleByArgument {
  case spring
  case summer
  case autumn
}

struct Provisions: ParsableArguments {
  @Option(name: [.long, .customShort("w")], help: "Litres of water.") var waterLitres = 1.5
  @Option(parsing: .upToNextOption, help: ArgumentHelp("What to eat.", valueName: "dish"))
  var dishes: [String] = ["bread"]
  @Flag(inversion: .prefixedNo, help: "Take a stove.") var stove = true
}

/// An operation with one field of each sort.
struct Excursion: Operation {
  static let configuration = OperationConfiguration(name: "excursion", abstract: "Go out.")

  @Argument(help: "Where to go.") var destination: String
  @Argument(help: "On the way.", completion: .directory) var stops: [String] = []
  @Option(help: ArgumentHelp("People.", discussion: "Children count.")) var headCount: Int
  @Option(name: .long) var season: Season?
  @Option(help: "How long to rest.") var rest: TimeSpan = .minutes(5)
  @Option(name: .customLong("pace")) var speed: Double?
  @Flag(name: .shortAndLong) var quick = false
  @Option(help: ArgumentHelp("For the tests of the tool itself.", visibility: .hidden)) var seed: Int?
  @OptionGroup(title: "Provisions") var provisions: Provisions
}
