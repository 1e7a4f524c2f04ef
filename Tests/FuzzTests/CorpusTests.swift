import FuzzTargets
import Storage
import Testing

@Suite struct CorpusTests {
  /// A seed: an input that was written by hand, or one that once broke something.
  struct Seed: Sendable, CustomTestStringConvertible {
    let target: any FuzzTarget
    let path: String

    var testDescription: String { "\(target.name)/\(Path.name(path))" }
  }

  static let corpus = Path.absolute("../../../Fuzz/Corpus", from: #filePath)

  static let seeds: [Seed] = FuzzTargets.all.flatMap { target in
    ((try? FileTree.list("\(corpus)/\(target.name)")) ?? []).map {
      Seed(target: target, path: "\(corpus)/\(target.name)/\($0)")
    }
  }

  @Test(arguments: seeds) func `what is promised holds for every seed`(_ seed: Seed) throws {
    try seed.target.check(FuzzInput(try FileTree.read(seed.path)))
  }

  @Test(arguments: FuzzTargets.all.map(\.name)) func `every target has seeds`(_ name: String) {
    #expect(Self.seeds.count { $0.target.name == name } >= 3)
  }
}
