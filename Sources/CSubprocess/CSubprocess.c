#define _GNU_SOURCE
#include "CSubprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>
#elif defined(__APPLE__)
#include <sys/event.h>
#endif

int csubprocess_spawn(const struct csubprocess_request *request, pid_t *pid) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int error = posix_spawn_file_actions_init(&actions);
  if (error) return error;
  error = posix_spawnattr_init(&attributes);
  if (error) {
    posix_spawn_file_actions_destroy(&actions);
    return error;
  }

  const int given[3] = {request->standard_input, request->standard_output, request->standard_error};
  for (int target = 0; target < 3 && !error; target++) {
    if (given[target] >= 0)
      error = posix_spawn_file_actions_adddup2(&actions, given[target], target);
    else
      error = posix_spawn_file_actions_addopen(&actions, target, "/dev/null", target == 0 ? O_RDONLY : O_WRONLY, 0);
  }
  if (!error) error = posix_spawn_file_actions_addchdir_np(&actions, request->working_directory);

  short flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
  if (!request->in_foreground) flags |= POSIX_SPAWN_SETSID;
#if defined(__APPLE__)
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#elif defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif

  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  if (!error) error = posix_spawnattr_setsigdefault(&attributes, &all);
  if (!error) error = posix_spawnattr_setsigmask(&attributes, &none);
  if (!error) error = posix_spawnattr_setflags(&attributes, flags);
  if (!error)
    error = posix_spawn(pid, request->executable, &actions, &attributes, request->arguments, request->environment);

  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

int csubprocess_open_exit_descriptor(pid_t pid) {
#if defined(__linux__)
  return (int)syscall(SYS_pidfd_open, pid, 0);  // the kernel sets close-on-exec on it
#else
  int queue = kqueue();
  if (queue < 0) return -1;
  fcntl(queue, F_SETFD, FD_CLOEXEC);
  struct kevent change;
  EV_SET(&change, pid, EVFILT_PROC, EV_ADD | EV_ONESHOT, NOTE_EXIT, 0, NULL);
  if (kevent(queue, &change, 1, NULL, 0, NULL) < 0) {
    int error = errno;
    close(queue);
    errno = error;
    return -1;
  }
  return queue;
#endif
}

int csubprocess_pipe(int ends[2]) {
#if defined(__linux__)
  return pipe2(ends, O_CLOEXEC);
#else
  if (pipe(ends) < 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

int csubprocess_reap(pid_t pid, struct csubprocess_ending *ending) {
  int status = 0;
  struct rusage usage;
  memset(&usage, 0, sizeof usage);
  while (wait4(pid, &status, 0, &usage) < 0)
    if (errno != EINTR) return errno;
  ending->signalled = WIFSIGNALED(status);
  ending->code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
  ending->user_microseconds = usage.ru_utime.tv_sec * 1000000LL + usage.ru_utime.tv_usec;
  ending->system_microseconds = usage.ru_stime.tv_sec * 1000000LL + usage.ru_stime.tv_usec;
#if defined(__APPLE__)
  ending->peak_memory_bytes = usage.ru_maxrss;
#else
  ending->peak_memory_bytes = usage.ru_maxrss * 1024LL;
#endif
  return 0;
}

int csubprocess_adopt_orphans(int adopts) {
#if defined(__linux__)
  return prctl(PR_SET_CHILD_SUBREAPER, adopts, 0, 0, 0) < 0 ? errno : 0;
#else
  (void)adopts;
  return 0;
#endif
}

void csubprocess_ignore_keyboard(int ignores) {
  static struct sigaction before[2];
  const int numbers[] = {SIGINT, SIGQUIT};
  for (int i = 0; i < 2; i++) {
    if (!ignores) {
      sigaction(numbers[i], &before[i], NULL);
      continue;
    }
    struct sigaction ignoring;
    memset(&ignoring, 0, sizeof ignoring);
    ignoring.sa_handler = SIG_IGN;
    sigaction(numbers[i], &ignoring, &before[i]);
  }
}

static int interrupt_pipe[2] = {-1, -1};

static void note_interrupt(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe means that interrupts are waiting to be read already: nothing is lost by dropping this one.
  if (write(interrupt_pipe[1], &byte, 1) < 0) {
  }
  errno = saved;
}

int csubprocess_watch_interrupts(void) {
  if (interrupt_pipe[0] >= 0) return interrupt_pipe[0];
  if (csubprocess_pipe(interrupt_pipe) < 0) return -1;
  fcntl(interrupt_pipe[1], F_SETFL, O_NONBLOCK);
  signal(SIGPIPE, SIG_IGN);
  const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  for (int i = 0; i < 3; i++) {
    struct sigaction current;
    // An interrupt that our parent had ignored (nohup, a background job) stays ignored.
    if (sigaction(numbers[i], NULL, &current) == 0 && current.sa_handler == SIG_IGN) continue;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note_interrupt;
    action.sa_flags = SA_RESTART;
    sigaction(numbers[i], &action, NULL);
  }
  return interrupt_pipe[0];
}
