import Declaration
import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a file is that could not be read or written: it decides what can be done about it.
enum FilePlace {
  /// In the cache, which can be elsewhere.
  case cache

  /// Anywhere else: cases and records live in the working tree, and have no other place.
  case workingTree

  fileprivate var spaceRemedy: String {
    switch self {
    case .cache: "Free some space there, or put the cache elsewhere by --cache DIR; finished runs are kept."
    case .workingTree: "Free some space there, and run the command again; what was there is as it was."
    }
  }

  fileprivate var permissionRemedy: String {
    switch self {
    case .cache: "Make it writable, or put the cache elsewhere by --cache DIR."
    case .workingTree: "Give yourself the right to that file and its directory; whose they are: ls -ld."
    }
  }

  fileprivate var readOnlyRemedy: String {
    switch self {
    case .cache: permissionRemedy
    case .workingTree:
      "Cases and records live in the working tree: work in one that can be written. gate, show and ledger only read."
    }
  }

  fileprivate var otherRemedy: String {
    switch self {
    case .cache: "Mend that path, or put the cache elsewhere by --cache DIR."
    case .workingTree: "Mend that path, and run the command again."
    }
  }
}

/// A file of the cache could not be read or written.
struct CacheError: Error {
  var cause: FileError
}

extension Failure {
  static func file(_ error: FileError, in place: FilePlace) -> Failure {
    let message = "Cannot \(error.action.rawValue) “\(error.path)”: \(SystemMessage.text(error.code))."
    switch error.code {
    case ENOSPC, EDQUOT: return Failure("disk-full", message, place.spaceRemedy)
    case EFBIG: return Failure("file-too-large", message, "Raise the limit: ulimit -f unlimited.")
    case EROFS: return Failure("no-permission", message, place.readOnlyRemedy, status: .configuration)
    case EACCES, EPERM:
      return Failure("no-permission", message, place.permissionRemedy, status: .configuration)
    case EMFILE, ENFILE: return Failure("too-many-files", message, "Raise the limit: ulimit -n 4096.")
    case ENOENT where error.action == .read: return Failure("no-file", message, "Check its path.")
    default: return Failure("file-error", message, place.otherRemedy)
    }
  }
}
