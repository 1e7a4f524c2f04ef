import Casework
import Masking
import Repository
import Storage
import YAML

/// The cases of a repository, for faces that list and show them.
public struct CaseShelf: Sendable {
  /// A case in a list.
  public struct Entry: Sendable, Encodable {
    /// Its key.
    public var key: String

    /// Its title, if it has one and can be read.
    public var title: String

    /// Whether there is a record of it.
    public var hasRecord: Bool
  }

  private let desk: CaseDesk

  /// The cases of the repository that the workspace is in.
  ///
  /// - Throws: an error outside of one; `Failure` puts it into words.
  public init(in workspace: Workspace) throws {
    desk = try CaseDesk(in: workspace)
  }

  /// The keys, sorted.
  public func keys() throws -> [String] { try desk.store.keys() }

  /// The cases, sorted by their keys.
  public func entries() throws -> [Entry] {
    let masker = try SecretMasking().masker()
    return try keys().map { key in
      let title = (try? desk.store.read(key).file.facts().title) ?? ""
      return Entry(
        key: key, title: masker.mask(title).text, hasRecord: (try? desk.record(of: key)) != nil)
    }
  }

  /// What case.yaml holds, with the secrets masked that somebody wrote into it.
  ///
  /// - Throws: an error where there is no such case, or it cannot be read; `Failure` puts it into words.
  public func facts(of key: String) throws -> [UInt8] {
    var places: [MaskedPlace] = []
    return try desk.masked(desk.store.read(key), by: SecretMasking().masker(), &places).file.document.bytes
  }

  /// The keys of tickets that the branch is named after.
  public func branchKeys() -> [String] {
    desk.repository.currentBranch.map { TicketKey.keys(inBranch: $0).map(\.description) } ?? []
  }
}
