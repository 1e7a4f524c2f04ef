import CCurl
import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One request on its way: owns libcurl's handle of it.
final class Transfer {
  /// What all transfers of a client have in common.
  struct Settings: Sendable {
    var limits: HTTPClient.Limits
    var proxies: ProxySettings
    var certificates: String?
  }

  private let request: HTTPRequest
  private let settings: Settings
  private let easy: UnsafeMutableRawPointer
  private var headers: UnsafeMutablePointer<curl_slist>?
  private let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private let reception: Reception

  /// - Throws: `HTTPError` where the request cannot be made.
  init(_ request: HTTPRequest, _ settings: Settings) throws(HTTPError) {
    guard let easy = ccurl_easy_init() else {
      throw HTTPError(.unfit("there is no memory"), origin: request.address.origin, mayHaveArrived: false)
    }
    self.request = request
    self.settings = settings
    self.easy = easy
    words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    reception = Reception(limit: settings.limits.body)
    try setUp()
  }

  deinit {
    ccurl_easy_cleanup(easy)
    ccurl_slist_free_all(headers)
    words.deallocate()
  }

  // MARK: Options

  private func setUp() throws(HTTPError) {
    try setAddress()
    try setLimits()
    try setReception()
    try setRequest()
    try setAuthorization()
  }

  private func setAddress() throws(HTTPError) {
    try check(ccurl_set_text(easy, CURLOPT_URL, request.address.description))
    try check(ccurl_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https"))
    try check(ccurl_set_number(easy, CURLOPT_FOLLOWLOCATION, 0))
    // An empty text keeps libcurl from reading the environment itself.
    try check(ccurl_set_text(easy, CURLOPT_PROXY, settings.proxies.proxy(for: request.address)))
    try check(ccurl_set_text(easy, CURLOPT_NOPROXY, settings.proxies.exceptions))
    try check(ccurl_set_number(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1))
    try check(ccurl_set_number(easy, CURLOPT_SSL_VERIFYPEER, 1))
    try check(ccurl_set_number(easy, CURLOPT_SSL_VERIFYHOST, 2))
    try check(ccurl_set_number(easy, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)))
    if let certificates = settings.certificates {
      // The directory of the system's certificates stays in use beside it.
      try check(ccurl_set_text(easy, CURLOPT_CAINFO, certificates))
    }
  }

  private func setLimits() throws(HTTPError) {
    try check(ccurl_set_number(easy, CURLOPT_NOSIGNAL, 1))
    try check(ccurl_set_number(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(settings.limits.connection)))
    try check(ccurl_set_number(easy, CURLOPT_TIMEOUT_MS, milliseconds(settings.limits.request)))
    // Else a look-up that hangs would be waited for at the end; from 7.87.
    _ = ccurl_set_number(easy, CURLOPT_QUICK_EXIT, 1)
  }

  private func setReception() throws(HTTPError) {
    let context = Unmanaged.passUnretained(reception).toOpaque()
    try check(ccurl_set_pointer(easy, CURLOPT_WRITEDATA, context))
    try check(
      ccurl_set_receiver(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        Reception.at(context).take(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
      })
    try check(ccurl_set_pointer(easy, CURLOPT_HEADERDATA, context))
    try check(
      ccurl_set_receiver(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        Reception.at(context).take(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
      })
    try check(ccurl_set_pointer(easy, CURLOPT_PREREQDATA, context))
    try check(
      ccurl_set_prereq(easy) { context, _, _, _, _ in
        Reception.at(context).isSending = true
        return CURL_PREREQFUNC_OK
      })
    try check(ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, words))
    try check(ccurl_set_text(easy, CURLOPT_ACCEPT_ENCODING, ""))
  }

  private func setRequest() throws(HTTPError) {
    try check(ccurl_set_number(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)))
    try check(ccurl_set_text(easy, CURLOPT_USERAGENT, "postmortem"))
    if let body = request.body {
      try check(ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
      try check(body.withUnsafeBytes { ccurl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) })
    }
    try check(ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue))
    if request.method != .get {
      // libcurl sends again, by itself, what went into an open connection that turned out to be dead.
      try check(ccurl_set_number(easy, CURLOPT_FRESH_CONNECT, 1))
    }
    // "Expect" waits a second for servers that do not know it.
    for (name, value) in request.headers + [("Expect", "")] {
      guard (name + value).utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        throw HTTPError(
          .unfit("the header \(name) holds a control character"), origin: request.address.origin,
          mayHaveArrived: false)
      }
      guard let longer = ccurl_slist_append(headers, "\(name):\(value.isEmpty ? "" : " \(value)")") else {
        throw HTTPError(.unfit("there is no memory"), origin: request.address.origin, mayHaveArrived: false)
      }
      headers = longer
    }
    try addKeyHeader()
    try check(ccurl_set_list(easy, CURLOPT_HTTPHEADER, headers))
  }

  /// A key that stands in a header of its own; the copy that is made of it here is wiped.
  private func addKeyHeader() throws(HTTPError) {
    guard case .header(let name, let key) = request.authorization else { return }
    guard key.isPrintable else {
      throw HTTPError(
        .unfit("the key for \(name) is no line of printable signs"), origin: request.address.origin,
        mayHaveArrived: false)
    }
    var line = Array("\(name): ".utf8)
    key.withBytes { line += $0 }
    line.append(0)
    let longer = line.withUnsafeMutableBytes { bytes in
      defer { ccurl_wipe(bytes.baseAddress, bytes.count) }
      return ccurl_slist_append(headers, bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
    }
    guard let longer else {
      throw HTTPError(.unfit("there is no memory"), origin: request.address.origin, mayHaveArrived: false)
    }
    headers = longer
  }

  private func setAuthorization() throws(HTTPError) {
    switch request.authorization {
    case .basic(let user, let password):
      // Not CURLAUTH_ANY: that would ask first without.
      try check(ccurl_set_number(easy, CURLOPT_HTTPAUTH, 1 << 0))
      try check(ccurl_set_text(easy, CURLOPT_USERNAME, user))
      try check(password.withText { ccurl_set_text(easy, CURLOPT_PASSWORD, $0) })
    case .bearer(let token):
      try check(ccurl_set_number(easy, CURLOPT_HTTPAUTH, 1 << 6))
      try check(token.withText { ccurl_set_text(easy, CURLOPT_XOAUTH2_BEARER, $0) })
    case .header, nil: break
    }
  }

  private func check(_ code: CURLcode) throws(HTTPError) {
    guard code != CURLE_OK else { return }
    let origin = request.address.origin
    throw HTTPError(
      .unfit(String(cString: ccurl_easy_strerror(code))), origin: origin, mayHaveArrived: false)
  }

  private func milliseconds(_ duration: Duration) -> Int {
    let parts = duration.components
    return max(1, Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000))
  }

  // MARK: On its way

  /// Makes the request, and waits for the answer.
  func run(
    over connections: Connections, interrupt: Interrupt
  ) throws(HTTPError) -> (HTTPResponse, next: String?) {
    guard let multi = connections.handle() else {
      throw HTTPError(.unfit("there is no memory"), origin: request.address.origin, mayHaveArrived: false)
    }
    guard ccurl_multi_add_handle(multi, easy) == CURLM_OK else {
      throw HTTPError(.unfit("libcurl refuses it"), origin: request.address.origin, mayHaveArrived: false)
    }
    defer { _ = ccurl_multi_remove_handle(multi, easy) }
    var running: Int32 = 1
    var watched = curl_waitfd(fd: interrupt.descriptor, events: Int16(CURL_WAIT_POLLIN), revents: 0)
    while true {
      guard ccurl_multi_perform(multi, &running) == CURLM_OK else { throw error(.broken("libcurl failed")) }
      if running == 0 { break }
      // Where nobody interrupts there is nothing to watch. A second is what libcurl is to be asked after anyway.
      guard ccurl_multi_poll(multi, &watched, interrupt.descriptor >= 0 ? 1 : 0, 1000) == CURLM_OK else {
        throw error(.broken("libcurl failed"))
      }
      if watched.revents != 0 { throw error(.interrupted) }
    }
    let code = CURLcode(rawValue: UInt32(bitPattern: ccurl_multi_result(multi, easy)))
    guard code == CURLE_OK else { throw error(cause(of: code)) }
    // libcurl takes an answer that ends there for one without a body.
    guard reception.isHeadWhole else { throw error(.broken("the answer ends within its headers")) }
    let status = ccurl_get_number(easy, CURLINFO_RESPONSE_CODE)
    let next = ccurl_get_text(easy, CURLINFO_REDIRECT_URL).map { String(cString: $0) }
    return (HTTPResponse(status: status, headers: reception.headers, body: reception.body), next)
  }

  private func error(_ cause: HTTPError.Cause) -> HTTPError {
    HTTPError(cause, origin: request.address.origin, mayHaveArrived: reception.isSending)
  }

  private func cause(of code: CURLcode) -> HTTPError.Cause {
    if reception.isTooLong { return .tooLong(limit: settings.limits.body) }
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: return .noSuchHost
    case CURLE_COULDNT_RESOLVE_PROXY: return .noSuchProxy
    case CURLE_COULDNT_CONNECT: return .noConnection(detail(code))
    case CURLE_OPERATION_TIMEDOUT: return .timedOut
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER:
      return .notTrusted(detail(code))
    case CURLE_SSL_CACERT_BADFILE: return .badCertificates(detail(code))
    default: return reception.isSending ? .broken(detail(code)) : .noConnection(detail(code))
    }
  }

  /// What libcurl says of an error, without what must not be seen.
  private func detail(_ code: CURLcode) -> String {
    var text = String(cString: words)
    if text.isEmpty { text = String(cString: ccurl_easy_strerror(code)) }
    var hidden = settings.proxies.userInformation
    if let secret = request.authorization?.secret {
      hidden.append(secret.revealed)
    }
    for word in hidden where !word.isEmpty { text = text.replacing(word, with: "…") }
    return text
  }
}
