#if os(Linux)
  import Scratch
  import Storage
  import Subprocess

  /// A library that counts the calls by which a process changes files, and at one of them kills it or fails.
  ///
  /// So a crash between any two changes is tried, one after the other, and none by chance.
  struct FaultPoints {
    /// Where the library is, for `LD_PRELOAD`.
    let library: String

    private let directory: TemporaryDirectory

    /// Whether a library can be made here.
    static let canBeMade = (try? FaultPoints()) != nil

    init() throws {
      directory = try TemporaryDirectory()
      library = "\(directory.path)/faults.so"
      try FileTree.write(Array(Self.source.utf8), to: "\(directory.path)/faults.c")
      let capture = try Spawner().capture(
        Command(
          "cc", ["-shared", "-fPIC", "-o", library, "\(directory.path)/faults.c", "-ldl"],
          environment: ["PATH": ProcessVariables.path], workingDirectory: directory.path))
      guard capture.outcome.ending.isSuccess else {
        throw NoCompiler(message: String(decoding: capture.error, as: UTF8.self))
      }
    }

    private struct NoCompiler: Error {
      var message: String
    }

    /// The library, in C.
    ///
    /// `FAULT_AT` says how many changes succeed before; then the process is killed. Where there is a `FAULT_ERRNO`,
    /// that change and all later ones fail with it instead; `FAULT_RUN` is a line of the shell that is run before it.
    private static let source = """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <errno.h>
      #include <fcntl.h>
      #include <signal.h>
      #include <stdarg.h>
      #include <stdlib.h>
      #include <sys/stat.h>
      #include <unistd.h>

      static int left = -1, code;

      __attribute__((constructor)) static void begin(void) {
        const char *at = getenv("FAULT_AT"), *error = getenv("FAULT_ERRNO");
        if (at) left = atoi(at);
        if (error) code = atoi(error);
        unsetenv("LD_PRELOAD");  // git, which is started from here, is not meant
      }

      static int strikes(void) {
        if (left < 0) return 0;
        if (left > 0) { left--; return 0; }
        const char *line = getenv("FAULT_RUN");
        if (line) { left = -1; return system(line) < 0; }
        if (!code) kill(getpid(), SIGKILL);
        errno = code;
        return 1;
      }

      // What takes away still works on a full disk.
      static int killed(void) { return code ? 0 : strikes(); }

      static int regular(int descriptor) {
        struct stat status;
        return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
      }

      #define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
      #define OPEN(name) \\
        int name(const char *path, int flags, ...) { \\
          va_list rest; va_start(rest, flags); \\
          int mode = flags & O_CREAT ? va_arg(rest, int) : 0; va_end(rest); \\
          if (flags & O_CREAT && strikes()) return -1; \\
          return NEXT(name)(path, flags, mode); \\
        }
      OPEN(open)
      OPEN(open64)
      ssize_t write(int to, const void *bytes, size_t count) {
        if (regular(to) && strikes()) return -1;
        return NEXT(write)(to, bytes, count);
      }
      int rename(const char *from, const char *to) { return strikes() ? -1 : NEXT(rename)(from, to); }
      int mkdir(const char *path, mode_t mode) { return strikes() ? -1 : NEXT(mkdir)(path, mode); }
      int fsync(int descriptor) { return strikes() ? -1 : NEXT(fsync)(descriptor); }
      int fdatasync(int descriptor) { return strikes() ? -1 : NEXT(fdatasync)(descriptor); }
      int unlink(const char *path) { return killed() ? -1 : NEXT(unlink)(path); }
      int ftruncate(int descriptor, off_t size) { return killed() ? -1 : NEXT(ftruncate)(descriptor, size); }
      int ftruncate64(int descriptor, off64_t size) { return killed() ? -1 : NEXT(ftruncate64)(descriptor, size); }
      """
  }
#endif
