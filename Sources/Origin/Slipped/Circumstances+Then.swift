import Casework
import Markdown
import Repository

extension Circumstances {
  /// So many files with settings of services are read.
  private static let settingsLimit = 64

  // MARK: The tests of that time

  mutating func addTestsThen(_ files: [TreePath], within budget: OriginBudget) throws {
    let names = weighing.change.files.flatMap(\.functions)
    guard !names.isEmpty, !weighing.files.isTestsOnly else { return }
    let places = Set(files.compactMap(TestPath.place)).sorted()
    let words = Self.list(names)
    guard !places.isEmpty else {
      return add(
        .testsThen, "Of the files that there were then, none is known as a test by its place or name.",
        paths: [],
        suggests: .ciGap)
    }
    let read = try repository.files(
      naming: names, in: origin.id, within: places, timeLimit: budget.left(for: .slipped))
    unread.note(.slipped, read.end)
    if !read.files.isEmpty {
      add(
        .testsThen, "Tests named \(words) then: \(Self.list(read.files)).", paths: read.files,
        suggests: .workloadGap)
    } else if read.end == .complete {
      add(.testsThen, "No test named \(words) then.", paths: [], suggests: .ciGap)
    }
  }

  // MARK: What services were told

  mutating func addPipeline(_ files: [TreePath]) throws {
    let settings = files.filter(PipelineFiles.holds).prefix(Self.settingsLimit)
    guard !settings.isEmpty else {
      return add(
        .pipeline, "No settings of a service that runs tests are known among the files of that time.",
        paths: [])
    }
    let tests = weighing.changed.map(\.path).filter { TestPath.reason($0) != nil }
    // A test at the root lies in no folder that could be named.
    let folders = Set(tests.compactMap { $0.parts.dropLast().last }).sorted()
    guard !folders.isEmpty else {
      return add(
        .pipeline, "What services ran then is told in \(Self.list(Array(settings))).", paths: Array(settings))
    }
    let texts = try repository.contents(of: settings.map { (origin.id, $0) })
    let naming = zip(settings, texts).filter { _, text in
      let orders = PipelineFiles.orders(in: text ?? [])
      return folders.contains { orders.placeOfWord($0.utf8) != nil }
    }.map(\.0)
    let places = Self.list(folders.map { "\($0)/" })
    add(
      .pipeline,
      naming.isEmpty
        ? "No settings of a service name \(places), where the fix's tests lie, in \(Self.list(Array(settings))); "
          + "whether they ran there is not told by that."
        : "\(Self.list(naming)) named \(places), where the fix's tests lie.",
      paths: naming.isEmpty ? Array(settings) : naming)
  }

  mutating func addPipelineMended() {
    let settings = weighing.changed.map(\.path).filter(PipelineFiles.holds)
    guard !settings.isEmpty else { return }
    add(
      .pipelineMended, "The fix changes what services run: \(Self.list(settings)).",
      at: weighing.head.id.digits,
      paths: settings, suggests: .ciGap)
  }
}
