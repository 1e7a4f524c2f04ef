@testable import Casework
import Testing

/// A sentence, and the words that make it no mechanism; none where it is one.
struct Sentence: Sendable, CustomTestStringConvertible {
  var text: String
  var words: String?

  init(_ text: String, _ words: String? = nil) {
    self.text = text
    self.words = words
  }

  var testDescription: String { text }

  /// Mechanisms, as they stand in messages of commits.
  static let mechanisms: [Sentence] = [
    Sentence("stream_close() frees the ring while flush_later() still points into it."),
    Sentence("`flush` runs after `close` because the timer is not cancelled."),
    Sentence("The timer is not cancelled when the stream closes, so it writes into freed memory."),
    Sentence("Queue.pop returns nil once the deadline has passed, and the caller reads nil as \"empty\"."),
    Sentence("A race condition: rill::Pool::take reads `free` before it holds the lock."),
    Sentence(
      "A deadlock: worker_run() holds queue_lock while it waits for pool_lock, and pool_grow() the reverse."),
    Sentence(
      "Off by one: the loop in parse_header() reads length + 1 bytes when the header ends the buffer."),
    Sentence("Use after free in src/stream.c: the callback outlives the session."),
    Sentence("A memory leak: each retry of HttpClient.send allocates a buffer that nobody frees."),
    Sentence("A null pointer in node->next when the list has one element."),
    Sentence("Edge case of `splitLines`: a text that ends in CRLF gives one line too many."),
    Sentence("A regression of e3dcc8a in config_load(): the default is read before the file."),
    Sentence(
      "The server may close the connection at any time; client.read() treats that as the end of the data."),
    Sentence("A writer may hold the lock across fork(), and the child then waits for it for ever."),
    Sentence("The kernel might return fewer bytes than were asked for, and read_all() does not ask again."),
    Sentence("Callers could pass a negative length, which the unsigned cast turns into a huge one."),
    Sentence("The log says “probably corrupt”, since checksum() covers the padding that is never written."),
    Sentence("The code prints \"maybe retry\" and goes on, though the socket is closed by then."),
    Sentence("`likely(x)` was negated, so the slow path ran each time."),
    Sentence("The comment \"I think this is never null\" is wrong: `peer` is null until the handshake ends."),
    Sentence("An unlikely branch in decode() skips the check of the length."),
    Sentence("The unlikely path leaves the reference count one too high, so the page is never returned."),
    Sentence("Two threads increment the counter without a lock, so updates are lost."),
    Sentence(
      "The cache key leaves out the locale, so the first language that is asked for is served to everybody."),
    Sentence(
      "The retry doubles the delay without a bound; after 32 retries it overflows to a negative delay."),
    Sentence("The index is not rebuilt after a bulk delete, so lookups return rows that are gone."),
    Sentence("When two requests arrive within a tick, the second one overwrites the first one's response."),
    Sentence(
      "Daylight saving: the scheduler adds 24 hours and not a day, so it runs twice on the last Sunday of October."
    ),
    Sentence(
      "The destructor runs before the worker thread has joined, and the thread then locks a dead mutex."),
    Sentence("rename() is not atomic across file systems; the temporary file is in /tmp, the target is not."),
    Sentence("memcpy with overlapping ranges in buffer_shift(); memmove is needed there."),
    Sentence("The parser takes the thousands separator of the user's locale for a decimal point."),
    Sentence("std::sort with a comparator that is no strict weak order reads past the end of the vector."),
    Sentence("The default argument `items=[]` is shared by all calls."),
    Sentence("The page size is taken for 4096 bytes; on this machine it is 65536, so mmap() fails."),
    Sentence("fix_up() is called with the old generation, so handles that were reused pass the check."),
  ]

  /// Hypotheses, and phrases that name a class of causes.
  static let hypotheses: [Sentence] = [
    Sentence("The ring is probably freed too early by stream_close().", "“probably”"),
    Sentence("Perhaps stream_close() frees the ring before the flush.", "“perhaps”"),
    Sentence("Maybe the timer fires after close().", "“maybe”"),
    Sentence("This is presumably because flush_later() is late.", "“presumably”"),
    Sentence("Apparently the timer is not cancelled in time.", "“apparently”"),
    Sentence("Most likely close() runs before flush().", "“most likely”"),
    Sentence("We think that close() runs before flush().", "“we think”"),
    Sentence("I think that close() runs before flush().", "“i think”"),
    Sentence("We believe that the lock in pool_take() is missing.", "“we believe”"),
    Sentence("We suspect pool_take() of not taking the lock.", "“we suspect”"),
    Sentence("Our guess is that pool_take() does not lock.", "“our guess”"),
    Sentence("My guess: the kernel drops the packet in tcp_rcv().", "“my guess”"),
    Sentence("It seems that close() is called twice by the pool.", "“it seems”"),
    Sentence("The pool seems to call close() twice.", "“seems to”"),
    Sentence("The buffers seem to overlap in copy_out().", "“seem to”"),
    Sentence("The pool appears to call close() twice.", "“appears to”"),
    Sentence("I'm not sure, but pool_take() has no lock.", "“not sure”"),
    Sentence("It is unclear why pool_take() returns nil.", "“unclear”"),
    Sentence("Our theory is that pool_take() returns nil.", "“our theory”"),
    Sentence("Some kind of overflow in parse_length().", "“some kind of”"),
    Sentence("Some sort of deadlock in worker_run().", "“some sort of”"),
    Sentence("Somehow the counter in pool_take() goes negative.", "“somehow”"),
    Sentence("The timer might have fired before close().", "“might have”"),
    Sentence("It could have been the timer of flush_later().", "“could have been”"),
    Sentence("It may have been the timer of flush_later().", "“may have been”"),
    Sentence("The handler of on_read() is likely not reentrant.", "“is likely”"),
    Sentence("It is likely that close() runs before flush().", "“is likely”"),
    Sentence("PROBABLY the ring is freed too early by close().", "“probably”"),
    Sentence("The ring is freed too early,\nprobably by close().", "“probably”"),
    Sentence("“It broke”, says the ticket; we think it is the timer in flush_later().", "“we think”"),
    Sentence("Possibly flush_later() uses the ring after close().", "“possibly”"),
    Sentence("Vermutlich gibt stream_close() den Ring zu früh frei.", "“vermutlich”"),
    Sentence("stream_close() gibt den Ring wahrscheinlich vor flush_later() frei.", "“wahrscheinlich”"),
    Sentence("Vielleicht läuft der Timer von flush_later() nach close().", "“vielleicht”"),
    Sentence("Möglicherweise läuft flush_later() nach close().", "“möglicherweise”"),
    Sentence("Das Lock in pool_take() ist möglicherweise schon frei.", "“ist möglicherweise”"),
    Sentence("Wir vermuten, dass pool_take() kein Lock nimmt.", "“wir vermuten”"),
    Sentence("Es scheint, dass close() zweimal gerufen wird.", "“es scheint”"),
    Sentence("Does stream_close() free the ring too early?", "“?”"),
    Sentence("stream_close() frees the ring too early (or is it the timer?)", "“?”"),
    Sentence("A race condition.", "“race condition”"),
    Sentence("There was a race condition in the stream code that made it hang.", "“race condition”"),
    Sentence("There is a race between the two threads of the pool.", "“a race”"),
    Sentence("It was a timing issue in the stream code.", "“timing issue”"),
    Sentence("The stream code had a synchronization issue for a long time.", "“synchronization issue”"),
    Sentence("The stream code had a synchronisation issue for a long time.", "“synchronisation issue”"),
    Sentence("A concurrency issue in the worker pool under load.", "“concurrency issue”"),
    Sentence("Memory corruption in the worker pool under high load.", "“memory corruption”"),
    Sentence("An edge case that nobody had thought of before.", "“edge case”"),
    Sentence("A corner case that nobody had thought of before.", "“corner case”"),
    Sentence("A logic error in the code that reads the header.", "“logic error”"),
    Sentence("The service was in a bad state after the restart.", "“bad state”"),
    Sentence("A configuration issue on the machines of the customer.", "“configuration issue”"),
    Sentence("Human error during the rollout of the last release.", "“human error”"),
    Sentence("A regression that came in with the last release.", "“regression”"),
    Sentence("An off-by-one error in the loop over the headers.", "“off by one”"),
    Sentence("A null pointer in the code that reads the header.", "“null pointer”"),
    Sentence("The workers ran into a deadlock under high load.", "“deadlock”"),
    Sentence("A memory leak in the code that reads the header.", "“memory leak”"),
    Sentence("Broken code.", "“Broken code.”"),
    Sentence("TBD", "“tbd”"),
    Sentence("See the ticket", "“See the ticket”"),
    Sentence("", "“”"),
  ]

  /// Mechanisms in words that a hypothesis has as well.
  static let hedgedMechanisms: [Sentence] = [
    Sentence("The branch is marked likely() though the cache is cold on the first call of lookup()."),
    Sentence("The name appears twice in `waiters`: it appears once for each retry, so wake() runs it twice."),
    Sentence("It appears in two lists, `ready` and `idle`, so pool_take() gives it out twice."),
    Sentence("decode() dereferences a possibly null `frame` when the stream ends within a header."),
    Sentence("The buffer must have been flushed before fork(); run_child() flushes it afterwards."),
    Sentence(
      "read_block() returns when more or less than `size` bytes have come, and the caller takes them all."),
    Sentence("`name` is bound to the first ? of the statement, though prepare() counts them from 0."),
    Sentence("The field is a String? that decode() unwraps before the handshake is over."),
    Sentence("GET /search?q=x is cached under /search, so the first query is served to all."),
    Sentence("maybe_flush() returns early in close(), so the last block is lost."),
    Sentence("The optimizer inlines stop(), and then `flag` could be read before worker() has set it."),
    Sentence("The size is not known before the header is read, so alloc_frame() takes 0."),
    Sentence("The reader may have freed `node` when writer() follows its link."),
    Sentence("close() frees the ring while another thread possibly uses it."),
    Sentence("close() gibt den Ring frei, den ein anderer Thread möglicherweise noch liest."),
    Sentence("Je mehr Threads warten, desto wahrscheinlicher kehrt wait() vor signal() zurück."),
    Sentence("The lock must be the first that worker() takes; retry() takes another one before it."),
  ]

  /// Hypotheses with words that look like names of code, and hedges of other kinds.
  static let disguisedHypotheses: [Sentence] = [
    Sentence("A race condition and/or a deadlock in the worker pool."),
    Sentence("A race condition, e.g. between the two workers."),
    Sentence("A race condition that shows on macOS only."),
    Sentence("A memory leak in the GitHub integration of the service."),
    Sentence("A regression in v2.1 that nobody noticed for months."),
    Sentence("We assume that close() runs before flush()."),
    Sentence("I assume that close() runs before flush()."),
    Sentence("It looks like close() runs before flush()."),
    Sentence("This seems like a problem of close() and flush()."),
    Sentence("The suspected cause is the timer in flush_later()."),
    Sentence("It is believed to be the timer in flush_later()."),
    Sentence("The cause is supposedly the timer in flush_later()."),
    Sentence("Potentially the timer of flush_later() fires late."),
    Sentence("It could be the timer of flush_later()."),
    Sentence("The cause could be flush_later() and its timer."),
    Sentence("The cause might be flush_later() and its timer."),
    Sentence("The root cause is not known; flush_later() drops the block."),
    Sentence("It is possibly the timer of flush_later()."),
    Sentence("Hypothesis: flush_later() drops the last block."),
    Sentence("flush_later() may be to blame here for the lost block."),
    Sentence("In all likelihood flush_later() drops the last block."),
    Sentence("It is assumed that flush_later() drops the last block."),
    Sentence("It is prob. the timer of flush_later()."),
    Sentence("This should be the timer of flush_later()."),
    Sentence("flush_later() must be the one that drops it."),
    Sentence("p\u{200B}robably the timer of flush_later() fires late."),
    Sentence("I'm guessing that the timer of flush_later() fires late."),
    Sentence("With a 3.5\" disk the driver probably times out in flush_later()."),
    Sentence("TODO: describe here what the mechanism was."),
  ]
}

@Suite struct MechanismCheckTests {
  @Test(arguments: Sentence.mechanisms)
  func `a mechanism is left alone`(sentence: Sentence) {
    #expect(MechanismCheck.doubt(about: sentence.text) == nil)
  }

  @Test(arguments: Sentence.hypotheses)
  func `a hypothesis is doubted by its own words`(sentence: Sentence) throws {
    let doubt = try #require(MechanismCheck.doubt(about: sentence.text))
    let words = try #require(sentence.words)
    #expect(doubt.contains(words), "\(doubt)")
  }

  @Test func `each kind of doubt says what to do`() {
    #expect(
      MechanismCheck.doubt(about: "Probably close() runs first.")
        == "“probably” makes it a hypothesis: state the mechanism, or go on looking.")
    #expect(
      MechanismCheck.doubt(about: "Is it close() that runs first?")
        == "It asks (“?”): state the mechanism, or go on looking.")
    #expect(
      MechanismCheck.doubt(about: "There is a race condition in the pool.")
        == "“race condition” names no function, condition or event: which code does what, and when?")
    #expect(
      MechanismCheck.doubt(about: "The pool leaks.")
        == "“The pool leaks.” is too short for a mechanism: which code does what under which condition?")
  }

  @Test func `a hedge is a word of its own, not a part of one`() {
    #expect(
      MechanismCheck.doubt(about: "Unprobably and likelyhood are words that nobody reads twice.") == nil)
  }

  @Test(arguments: Sentence.hedgedMechanisms)
  func `a mechanism in the words of a hypothesis is left alone`(sentence: Sentence) {
    #expect(MechanismCheck.doubt(about: sentence.text) == nil)
  }

  @Test(arguments: Sentence.disguisedHypotheses)
  func `a hypothesis in other words is doubted`(sentence: Sentence) {
    #expect(MechanismCheck.doubt(about: sentence.text) != nil)
  }
}
