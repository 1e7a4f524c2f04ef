extension HTTPError {
  /// What went wrong, in a sentence or two; the second is what to do.
  public var sentence: String {
    switch cause {
    case .noLibrary(let words):
      "libcurl, which makes the requests, cannot be used: \(words). Install it: apt install libcurl4."
    case .unfit(let words): "The request to \(origin) cannot be made: \(words)."
    case .unprotected:
      "\(origin) is asked in the clear, and everybody on the way could read the token. Use its https:// address."
    case .noSuchHost: "There is no host of the name in \(origin). Check the address, and the network."
    case .noSuchProxy: "There is no host of the proxy's name. Check https_proxy."
    case .noConnection(let words): "\(origin) cannot be reached: \(words)."
    case .notTrusted(let words):
      "\(origin) does not prove who it is: \(words). "
        + "Where an authority of your own has signed its certificate, name that authority's file by ca_file."
    case .badCertificates(let words): "The file that ca_file names holds no certificates: \(words)."
    case .timedOut: "\(origin) did not answer in time."
    case .tooLong(let limit): "The answer of \(origin) is longer than \(limit) bytes."
    case .redirected(let place):
      "\(origin) sends us to \(place); the token was not sent there. Give the address that the site itself has."
    case .broken(let words): "The answer of \(origin) broke off: \(words)."
    case .interrupted: "Interrupted while \(origin) was asked."
    }
  }
}
