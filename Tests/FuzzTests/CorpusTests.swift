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

  // With any other letter in its words libFuzzer ends before it begins.
  @Test(arguments: FuzzTargets.all.map(\.name)) func `every target has a dictionary of plain ASCII`(
    _ name: String
  )
    throws
  {
    let text = try FileTree.read("\(Self.corpus)/../Dictionaries/\(name).dict")
    let lines = text.split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.allSatisfy { (0x20..<0x7F).contains($0) } })
  }
}
