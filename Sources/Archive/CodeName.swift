/// What names of code say.
enum CodeName {
  /// Whether a name can be nothing but one: it has several parts, and is not of a library that everybody uses.
  static func isDistinct(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    let inner = bytes.dropFirst().dropLast()
    let hasHump = zip(bytes, bytes.dropFirst()).contains {
      (0x61...0x7A).contains($0) && (0x41...0x5A).contains($1)
    }
    return bytes.count >= 5 && (hasHump || inner.contains(UInt8(ascii: "_"))) && !ofLibraries.contains(name)
  }

  /// The parts of a qualified name, the last one first: `rill::Queue::push` is push, Queue and rill.
  static func parts(of qualified: String) -> [String] {
    // Arguments of templates and generics are other names.
    var depth = 0
    var parts: [[UInt8]] = [[]]
    for byte in qualified.utf8 {
      switch byte {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"): depth = max(0, depth - 1)
      default:
        guard depth == 0 else { continue }
        let isWord =
          (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
          || byte >= 0x80
        if isWord {
          parts[parts.count - 1].append(byte)
        } else if parts.last?.isEmpty == false {
          parts.append([])
        }
      }
    }
    return parts.reversed().filter { part in part.count > 1 && part.contains { $0 | 0x20 >= 0x61 } }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Names that stand in programs of every kind.
  private static let ofLibraries: Set<String> = Set(
    """
    size_t ssize_t ptrdiff_t time_t off_t pid_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t uintptr_t \
    intptr_t wchar_t push_back pop_back emplace_back to_string c_str unique_ptr shared_ptr make_unique make_shared \
    string_view unordered_map pthread_create pthread_join pthread_mutex_lock pthread_mutex_unlock __init__ __main__ \
    __name__ __call__ __enter__ __exit__ __file__ call_user_func std_begin lang_start start_thread libc_start_main \
    __libc_start_main __libc_start_call_main start_main run_until_complete invoke0 NullPointerException \
    IllegalStateException IllegalArgumentException IndexOutOfBoundsException ArrayIndexOutOfBoundsException \
    ClassCastException RuntimeException RuntimeError TypeError ValueError KeyError IndexError AttributeError \
    AssertionError NotImplementedError ReferenceError RangeError SyntaxError NameError NoMethodError ArgumentError \
    StandardError ZeroDivisionError FileNotFoundError PermissionError TimeoutError ConnectionError OSError IOError IOException \
    ImportError ModuleNotFoundError StopIteration UnicodeDecodeError RecursionError MemoryError OverflowError \
    NullReferenceException InvalidOperationException ArgumentException ArgumentNullException AggregateException \
    TaskCanceledException OperationCanceledException OutOfMemoryError StackOverflowError ConcurrentModificationException \
    ExecutionException InterruptedException CompletionException AssertionFailedError ExceptionInInitializerError \
    forEach addEventListener setTimeout setInterval clearTimeout toString hashCode getName getMessage getClass \
    processTicksAndRejections runMicrotasks ThreadPoolExecutor doRun getElementById querySelector innerHTML useState useEffect \
    printStackTrace arrayList ArrayList HashMap HashSet LinkedList StringBuilder JsonResponse isEmpty indexOf substring \
    hasOwnProperty parseInt parseFloat toLowerCase toUpperCase readFile writeFile console_log heap-use-after-free use_after_free
    """.split(separator: " ").map { String($0) })
}
