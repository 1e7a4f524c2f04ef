/// A command that hands another one to a machine elsewhere: words, some with places for what is handed over.
///
/// It is no shell's: words are parted by blanks, quotes and backslashes hold blanks together, and nothing is expanded but
/// `{argv}`, `{command}`, `{tree}`, `{name}`, `{timeout}` and `{minutes}`. `{{` and `}}` are braces.
public struct LauncherTemplate: Sendable, Equatable {
  /// What a word is made of.
  enum Piece: Sendable, Equatable {
    case text(String)
    case place(Place)
  }

  /// What stands in for something else.
  enum Place: String, Sendable, CaseIterable {
    /// The command as arguments of their own: a word that is this alone.
    case argv
    /// The command as one argument, quoted for the shell that will read it.
    case command
    /// The path of the tree.
    case tree
    /// A name for the job: small letters, digits and hyphens.
    case name
    /// The time limit in whole seconds, rounded up, with what it takes to begin and end.
    case timeout
    /// The same in whole minutes, rounded up.
    case minutes
  }

  /// What stands in the places.
  struct Job: Sendable {
    /// The command and its arguments.
    var arguments: [String]
    var tree: String
    var name: String
    /// In seconds.
    var timeLimit: Int
  }

  /// What the user wrote.
  public let written: String

  private let words: [[Piece]]

  /// Reads a template, or the name of one that is built in with further words of the user's: `slurm`, `ssh HOST`.
  ///
  /// - Throws: `LauncherTemplateError`.
  public init(_ written: String) throws(LauncherTemplateError) {
    self.written = written
    var words: [[Piece]] = []
    for word in try LauncherWords.read(written) { words.append(try Self.pieces(of: word)) }
    guard let first = words.first else { throw .empty }
    let hasCommand = words.joined().contains { $0 == .place(.argv) || $0 == .place(.command) }
    if !hasCommand {
      guard first.count == 1, case .text(let name) = first[0], let builtIn = Self.builtIn[name] else {
        throw .noCommand
      }
      if name == "ssh", words.count == 1 { throw .noHost }
      words = builtIn.before + words.dropFirst() + builtIn.after
    }
    if words.contains(where: { $0.contains(.place(.argv)) && $0.count > 1 }) { throw .argvInWord }
    self.words = words
  }

  /// Templates that a name stands for; the user's further words go between the two parts.
  private static let builtIn: [String: (before: [[Piece]], after: [[Piece]])] = [
    // A connection that is gone is noticed within a minute; nothing is asked at a terminal that is not there.
    "ssh": (
      ["ssh", "-T", "-o", "BatchMode=yes", "-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4"]
        .map { [.text($0)] }, [[.place(.command)]]
    ),
    "slurm": (
      [
        [.text("srun")], [.text("--ntasks=1")], [.text("--quiet")],
        [.text("--job-name="), .place(.name)], [.text("--time="), .place(.minutes)],
      ], [[.place(.argv)]]
    ),
  ]

  /// The words for a job: a program and its arguments.
  func words(for job: Job) -> [String] {
    words.flatMap { pieces -> [String] in
      if pieces == [.place(.argv)] { return job.arguments }
      return [
        pieces.map { piece in
          switch piece {
          case .text(let text): text
          case .place(.argv), .place(.command):
            job.arguments.map(ShellWord.quoted).joined(separator: " ")
          case .place(.tree): job.tree
          case .place(.name): job.name
          case .place(.timeout): "\(job.timeLimit)"
          case .place(.minutes): "\((job.timeLimit + 59) / 60)"
          }
        }.joined()
      ]
    }
  }

  private static func pieces(of word: String) throws(LauncherTemplateError) -> [Piece] {
    var pieces: [Piece] = []
    var text = ""
    var rest = word[...]
    while let character = rest.popFirst() {
      if character == "{" || character == "}", rest.first == character {
        rest.removeFirst()
        text.append(character)
      } else if character == "{" {
        guard let end = rest.firstIndex(of: "}") else { throw .openBrace(String(rest)) }
        let name = String(rest[..<end])
        guard let place = Place(rawValue: name) else { throw .unknownPlace(name) }
        rest = rest[rest.index(after: end)...]
        if !text.isEmpty { pieces.append(.text(text)) }
        text = ""
        pieces.append(.place(place))
      } else {
        text.append(character)
      }
    }
    if !text.isEmpty || pieces.isEmpty { pieces.append(.text(text)) }
    return pieces
  }
}

/// Why a text is no template of a launcher.
public enum LauncherTemplateError: Error, Sendable, Equatable {
  /// It has no word.
  case empty

  /// A quote does not end.
  case openQuote(Character)

  /// A brace does not end; behind it stands this.
  case openBrace(String)

  /// There is no such place.
  case unknownPlace(String)

  /// The command stands nowhere in it.
  case noCommand

  /// `{argv}` is a part of a word.
  case argvInWord

  /// `ssh` without a host.
  case noHost

  /// The names of all places.
  public static var places: [String] { LauncherTemplate.Place.allCases.map(\.rawValue) }
}
