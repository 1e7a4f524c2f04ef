#if os(Linux)
  import Storage

  /// Looks at the processes of this machine again and again, whether a secret is to be seen there; it ends with this
  /// value.
  ///
  /// Everybody may read the words that a process was started with. Its variables only its user may: there the secret is
  /// no fault of a program that is given it, but of one that hands it on.
  public final class ProcessWatch: Sendable {
    /// What was seen so far.
    public struct Report: Decodable, Sendable {
      /// How often all processes were looked at.
      public var looks: Int

      /// How many processes of the program were seen.
      public var programs: Int

      /// How many were seen that it had started.
      public var children: Int

      /// Where the secret was, each place once.
      public var found: [String]
    }

    private let exchange: LineExchange

    /// Begins to look.
    ///
    /// - Parameters:
    ///   - secret: what must not be seen.
    ///   - program: the path of the program whose children are not to have it among their variables.
    public init(for secret: String, handedOnBy program: String) throws {
      exchange = try LineExchange(
        ["python3", "-c", Self.script], environment: ["PATH": ProcessVariables.path])
      // By its standard input, so that the watch itself does not show it.
      _ = try exchange.ask(JSONText.encode([secret, program]))
    }

    /// What was seen so far.
    public func report() throws -> Report {
      try JSONText.decode(Report.self, from: exchange.ask(Array("report".utf8)))
    }

    private static let script = """
      import json, os, select, sys
      secret, program = (word.encode() for word in json.loads(sys.stdin.buffer.raw.readline()))
      looks, programs, children, found = 0, set(), set(), set()
      def read(process, name):
          try:
              with open(f"/proc/{process}/{name}", "rb") as file: return file.read()
          except OSError: return b""
      def parent(process):
          # The name of a program, in brackets, may hold anything.
          rest = read(process, "stat").rpartition(b")")[2].split()
          return rest[1].decode() if len(rest) > 1 else ""
      def processes(): return set(filter(str.isdigit, os.listdir("/proc")))
      # What ran before is none of ours.
      before = processes()
      def look():
          # One without words is about to become another program, or has ended.
          words = {process: line for process in processes() - before if (line := read(process, "cmdline"))}
          running = {process for process, line in words.items() if line.startswith(program + b"\\0")}
          programs.update(running)
          for process, line in words.items():
              name = line.partition(b"\\0")[0].decode()
              if secret in line: found.add(f"in the arguments of {name}")
              ancestor = parent(process) if running and process not in running else ""
              while ancestor in words and ancestor not in running: ancestor = parent(ancestor)
              if ancestor in running:
                  children.add(process)
                  if secret in read(process, "environ"): found.add(f"in the environment of {name}")
      while True:
          # Once more for each question, so that whoever asks in a row does not keep it from looking.
          look()
          looks += 1
          print(json.dumps(dict(looks=looks, programs=len(programs), children=len(children), found=sorted(found))), flush=True)
          while not select.select([sys.stdin], [], [], 0.1)[0]:
              look()
              looks += 1
          if not sys.stdin.buffer.raw.readline(): break
      """
  }
#endif
