import Digest
import Storage

/// Where approvals wait: in the user's own directory of state, never in a repository.
///
/// Each is sealed with a key that is only there, so that one that was written or changed by hand does not count; and
/// each is written down as spent before it is used, so that a copy that is put back does not count again.
public struct ApprovalStore: Sendable {
  /// The directory.
  public let directory: String

  private var approvals: String { "\(directory)/approvals" }
  private var key: String { "\(directory)/seal" }
  private var spent: AppendedLines { AppendedLines("\(directory)/spent") }

  /// The store in a directory, which is made where it is missing.
  ///
  /// - Throws: `ApprovalStoreError.notPrivate` where others may look into it or change it; `FileError`.
  public init(in directory: String) throws {
    self.directory = directory
    try FileTree.makeDirectory(approvals)
    for path in [directory, approvals] where !FileTree.isPrivateDirectory(path) {
      throw ApprovalStoreError.notPrivate(path: path)
    }
  }

  /// Makes an approval, and keeps it.
  public func sign(_ terms: SignedTerms, by person: String, at now: Int) throws -> Approval {
    try locked {
      let approval = Approval(
        id: RandomBytes.hexadecimal(count: 16), terms: terms, person: person, signed: now)
      let bytes = try JSONText.encode(
        Sealed(approval: approval, seal: try seal(of: approval, key: readOrMakeKey())))
      try FileTree.write(bytes, to: path(of: approval.id))
      return approval
    }
  }

  /// Looks for an approval of exactly these terms.
  ///
  /// Nothing is made or spent by looking.
  public func approval(of terms: SignedTerms, at now: Int) throws -> ApprovalSearch {
    guard let key = try readKey() else { return .none([]) }
    let spentIDs = try spentIDs()
    var voids: [ApprovalSearch.Void] = []
    for name in try FileTree.list(approvals) where name.hasSuffix(".json") {
      let path = "\(approvals)/\(name)"
      guard FileTree.isPrivateFile(path) else {
        voids.append(.notPrivate(path: path))
        continue
      }
      guard let sealed = try? JSONText.decode(Sealed.self, from: FileTree.read(path)),
        try seal(of: sealed.approval, key: key) == sealed.seal
      else {
        voids.append(.notSealedHere(path: path))
        continue
      }
      let approval = sealed.approval
      guard approval.terms.record == terms.record else { continue }
      if spentIDs.contains(approval.id) {
        voids.append(.spent)
      } else if !approval.counts(at: now) {
        voids.append(.expired(approval))
      } else if approval.terms != terms {
        voids.append(.other(approval, differs: approval.terms.differences(from: terms)))
      } else {
        return .found(approval)
      }
    }
    return .none(voids)
  }

  /// Uses an approval up, before anything is sent on it.
  ///
  /// - Throws: `ApprovalStoreError.alreadySpent` where another was quicker; `FileError`.
  public func spend(_ approval: Approval, at now: Int) throws {
    try locked {
      guard try !spentIDs().contains(approval.id) else { throw ApprovalStoreError.alreadySpent }
      try spent.append(JSONText.encode(Spent(id: approval.id, at: now)))
      try FileTree.remove(path(of: approval.id))
      // What can no longer be used need not lie about.
      for name in try FileTree.list(approvals) where name.hasSuffix(".json") {
        let path = "\(approvals)/\(name)"
        guard let sealed = try? JSONText.decode(Sealed.self, from: FileTree.read(path)) else { continue }
        if now >= sealed.approval.end { try FileTree.remove(path) }
      }
    }
  }

  private func path(of id: String) -> String { "\(approvals)/\(id).json" }

  private func locked<Value>(_ body: () throws -> Value) throws -> Value {
    let lock = try FileLock.take("\(directory)/.lock", waits: true)
    return try withExtendedLifetime(lock) { try body() }
  }

  private func spentIDs() throws -> Set<String> {
    Set(try spent.read().compactMap { try? JSONText.decode(Spent.self, from: Array($0)).id })
  }

  // MARK: The seal

  private func seal(of approval: Approval, key: [UInt8]) throws -> String {
    MessageAuthentication.hexadecimal(of: try JSONText.encode(approval), key: key)
  }

  /// The key; nil where nothing was ever signed here.
  private func readKey() throws -> [UInt8]? {
    guard FileTree.size(key) != nil else { return nil }
    guard FileTree.isPrivateFile(key) else { throw ApprovalStoreError.notPrivate(path: key) }
    let bytes = try FileTree.read(key)
    // Whoever empties it must not know it.
    guard bytes.count == 64 else { throw ApprovalStoreError.badKey(path: key) }
    return bytes
  }

  private func readOrMakeKey() throws -> [UInt8] {
    if let known = try readKey() { return known }
    let made = Array(RandomBytes.hexadecimal(count: 32).utf8)
    try FileTree.write(made, to: key)
    return made
  }

  private struct Sealed: Codable {
    var approval: Approval
    var seal: String
  }

  private struct Spent: Codable {
    var id: String
    var at: Int
  }
}

/// What looking for an approval came to.
public enum ApprovalSearch: Sendable, Equatable {
  /// There is one of exactly these terms that counts.
  case found(Approval)

  /// There is none; these are there, for this record, or are no approvals at all.
  case none([Void])

  /// An approval that does not count, and why.
  public enum Void: Sendable, Equatable {
    /// Its ten minutes are over, or have not begun.
    case expired(Approval)

    /// It was for something else.
    case other(Approval, differs: [String])

    /// It has served.
    case spent

    /// Others could have written it.
    case notPrivate(path: String)

    /// Its seal is not of this place: it was written or changed by hand, or comes from elsewhere.
    case notSealedHere(path: String)
  }
}

/// Why approvals cannot be kept or used.
public enum ApprovalStoreError: Error, Sendable, Equatable {
  /// Others than the user may look at it or change it.
  case notPrivate(path: String)

  /// The key of the seal is none.
  case badKey(path: String)

  /// It has served already.
  case alreadySpent
}
