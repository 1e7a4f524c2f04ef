import Origin

/// The affected versions as the OSV format has them (ossf.github.io/osv-schema, `affected`): events of commits, and the
/// tags between them.
///
/// An entry of a database has an identifier and more; this is the part that history tells. What stands below
/// `database_specific` says how sure the beginning is.
struct OSVRange: Encodable {
  /// Where a bug came in, or went.
  enum Event: Encodable {
    case introduced(String)
    case fixed(String)

    private enum CodingKeys: String, CodingKey {
      case introduced, fixed
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .introduced(let commit): try container.encode(commit, forKey: .introduced)
      case .fixed(let commit): try container.encode(commit, forKey: .fixed)
      }
    }
  }

  /// Events in one repository.
  struct Range: Encodable {
    var type = "GIT"
    var repo: String?
    var events: [Event]
  }

  /// What is affected.
  struct Affected: Encodable {
    var ranges: [Range]
    var versions: [String]
    var database_specific: Certainty
  }

  /// How sure it is.
  struct Certainty: Encodable {
    var verdict: OriginReport.Verdict
    var sentence: String
  }

  /// Nothing where it is not determined where the bug began.
  let affected: [Affected]

  init(_ report: OriginReport) {
    guard let origin = report.origin, let reach = report.reach else {
      affected = []
      return
    }
    let fixes = [report.fix.after.commit] + reach.backports.map(\.commit.commit)
    affected = [
      Affected(
        ranges: [
          Range(repo: report.repository, events: [.introduced(origin.commit)] + fixes.map { .fixed($0) })
        ], versions: reach.releases,
        database_specific: Certainty(verdict: report.verdict, sentence: report.sentence))
    ]
  }
}
