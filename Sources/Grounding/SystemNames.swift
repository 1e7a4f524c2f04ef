/// Names of the system under a program, which its repository need not have: of signals, errors, calls of POSIX, Linux and the
/// C library, and of what Python looks up by itself.
///
/// Source: POSIX.1-2017 (signal.h, errno.h and the system interfaces), the section 2 of the Linux manual, the C standard
/// library, and the data model of the Python reference (names between two underscores and two).
enum SystemNames {
  static func has(_ name: String) -> Bool {
    if name.hasPrefix("__"), name.hasSuffix("__"), name.utf8.count > 4 { return true }
    return all.contains(name)
  }

  private static let all = Set(
    (signals + errors + calls + library).split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let signals = """
    SIGABRT SIGALRM SIGBUS SIGCHLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGIO SIGKILL SIGPIPE SIGPOLL SIGPROF SIGPWR SIGQUIT
    SIGSEGV SIGSTOP SIGSYS SIGTERM SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ

    """

  private static let errors = """
    E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EALREADY EBADF EBADMSG EBUSY ECANCELED ECHILD ECONNABORTED
    ECONNREFUSED ECONNRESET EDEADLK EDESTADDRREQ EDOM EDQUOT EEXIST EFAULT EFBIG EHOSTUNREACH EIDRM EILSEQ EINPROGRESS EINTR
    EINVAL EIO EISCONN EISDIR ELOOP EMFILE EMLINK EMSGSIZE ENAMETOOLONG ENETDOWN ENETRESET ENETUNREACH ENFILE ENOBUFS ENODATA
    ENODEV ENOENT ENOEXEC ENOLCK ENOLINK ENOMEM ENOMSG ENOPROTOOPT ENOSPC ENOSR ENOSYS ENOTCONN ENOTDIR ENOTEMPTY ENOTSOCK
    ENOTSUP ENOTTY ENXIO EOPNOTSUPP EOVERFLOW EPERM EPIPE EPROTO EPROTONOSUPPORT EPROTOTYPE ERANGE EROFS ESPIPE ESRCH ESTALE
    ETIME ETIMEDOUT ETXTBSY EWOULDBLOCK EXDEV

    """

  private static let calls = """
    accept access bind brk chdir chmod chown clock_gettime clone close connect creat dup dup2 dup3 epoll_create epoll_ctl
    epoll_wait eventfd execve execveat exit_group fallocate fchdir fchmod fchmodat fchown fcntl fdatasync flock fork fstat
    fstatat fstatfs fsync ftruncate futex getcwd getdents getdents64 getegid geteuid getgid getpeername getpgid getpid getppid
    getrandom getrlimit getrusage getsockname getsockopt gettid gettimeofday getuid inotify_add_watch inotify_init ioctl io_uring
    kill lchown link linkat listen lseek lstat madvise membarrier memfd_create mincore mkdir mkdirat mknod mlock mmap mmap2 mount
    mprotect mremap msync munlock munmap nanosleep newfstatat open openat openat2 pause perf_event_open personality pidfd_open
    pipe pipe2 poll ppoll prctl pread pread64 preadv prlimit64 pselect pselect6 ptrace pwrite pwrite64 pwritev read readahead
    readlink readlinkat readv recv recvfrom recvmmsg recvmsg rename renameat renameat2 rmdir rt_sigaction rt_sigprocmask
    sched_yield seccomp select send sendfile sendmmsg sendmsg sendto setgid setitimer setpgid setrlimit setsid setsockopt setuid
    shutdown sigaltstack signalfd socket socketpair splice stat statfs statx symlink symlinkat sync sync_file_range sysinfo
    tee tgkill timerfd_create timerfd_settime truncate umask umount uname unlink unlinkat unshare userfaultfd utimensat vfork
    vmsplice wait4 waitid waitpid write writev

    """

  private static let library = """
    abort alloca aligned_alloc asctime assert atexit atof atoi atol backtrace bsearch calloc clearenv clock closedir ctime
    dladdr dlclose dlerror dlopen dlsym errno exit fclose fdopen feof ferror fflush fgetc fgets fileno fopen fprintf fputs fread
    free freeaddrinfo freopen fscanf fseek fseeko ftell ftello fwrite getaddrinfo getchar getdelim getenv gethostbyname
    getline getnameinfo getopt getopt_long getpwnam getpwuid gmtime gmtime_r inet_ntop inet_pton isatty localtime localtime_r
    longjmp malloc malloc_trim malloc_usable_size mbstowcs memchr memcmp memcpy memmove memset mkdtemp mkstemp mktime opendir
    perror posix_fadvise posix_memalign posix_spawn posix_spawnp printf pthread_cancel pthread_cond_broadcast pthread_cond_signal
    pthread_cond_timedwait pthread_cond_wait pthread_create pthread_detach pthread_exit pthread_join pthread_key_create
    pthread_mutex_destroy pthread_mutex_init pthread_mutex_lock pthread_mutex_trylock pthread_mutex_unlock pthread_once
    pthread_rwlock_rdlock pthread_rwlock_unlock pthread_rwlock_wrlock pthread_self pthread_sigmask putenv qsort raise rand
    random readdir realloc reallocarray realpath remove rewind scanf sem_post sem_wait setbuf setenv setjmp setlocale setvbuf
    sigaction sigemptyset siglongjmp signal sigprocmask sigsetjmp sleep snprintf sprintf sscanf stderr stdin stdout strcasecmp
    strcat strchr strcmp strcpy strdup strerror strftime strlen strncasecmp strncat strncmp strncpy strndup strnlen strpbrk
    strptime strrchr strsignal strstr strtod strtok strtok_r strtol strtoll strtoul strtoull sysconf system tcgetattr tcsetattr
    time tmpfile ungetc unsetenv vasprintf vfprintf vprintf vsnprintf vsprintf LD_PRELOAD LD_LIBRARY_PATH
    DYLD_INSERT_LIBRARIES DYLD_LIBRARY_PATH ASAN_OPTIONS UBSAN_OPTIONS TSAN_OPTIONS LSAN_OPTIONS MSAN_OPTIONS MALLOC_PERTURB_
    MALLOC_CHECK_ GODEBUG GOFLAGS GOMAXPROCS RUSTFLAGS RUST_BACKTRACE PYTHONPATH PYTHONHASHSEED PYTHONUNBUFFERED NODE_OPTIONS
    LC_ALL LC_CTYPE
    """
}
