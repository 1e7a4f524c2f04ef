import CommandLineInterface
import Declaration
import Testing

struct DeclarationFaultsTests {
  struct Faulty: Operation {
    static let configuration = OperationConfiguration(name: "help", abstract: "Unfinished")

    @Argument(help: "Many.") var many: [String] = []
    @Argument(help: "One.") var one: String
    @Option(help: "Where.") var directory: String?
    @Flag(name: .shortAndLong, help: "Said twice.") var quick = false
    @Flag(help: "A line of help that goes on and on, well beyond what a screen of a usual width can hold.")
    var long = false
    @Flag var silent = false
    @OptionGroup var group: Group
  }

  struct Stray: Operation {
    static let configuration = OperationConfiguration(name: "nowhere login", abstract: "Sign in.")
  }

  @Test func `A first word that is nothing by itself, and a group of nothing, are faults`() {
    let group = OperationGroup(name: "empty", abstract: "Nothing")
    let tool = CommandLineTool(
      name: "tool", abstract: "A tool.", version: "1", operations: [Stray.self], groups: [group])
    #expect(
      tool.declarationFaults == [
        "nowhere login: “nowhere” is neither an operation nor a group.",
        "empty: No operation belongs to the group.",
        "empty: The abstract is no sentence.",
      ])
  }

  struct Group: ParsableArguments {
    @Flag(help: "Again.") var long = false
  }

  @Test func `Faults of a declaration are told one by one`() {
    let tool = CommandLineTool(name: "tool", abstract: "A tool.", version: "1", operations: [Faulty.self])
    #expect(
      tool.declarationFaults == [
        "Two operations are called “help”.",
        "help: Two fields have the key “long”.",
        "help: “--long” stands for two fields.",
        "help: “--directory” stands for two fields.",
        "help: “-q” stands for two fields.",
        "help: Nothing can follow the list “many”.",
        "help: “one” must be given, but stands behind “many”, which need not.",
        "help: The help of “long” is longer than 68 columns.",
        "help: The help of “silent” is no sentence.",
        "help: The abstract is no sentence.",
      ])
  }

  @Test func `The sample and the tool's own operations have no faults`() {
    #expect(CommandLineTool.sample.declarationFaults.isEmpty)
  }
}
