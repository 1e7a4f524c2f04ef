#include "CCurl.h"

#include <dlfcn.h>
#include <string.h>

#if defined(__linux__)
#include <sys/prctl.h>
#else
#include <sys/resource.h>
#endif

// The macros of libcurl's header check types where a function is called by its own name.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

#define FUNCTIONS(each)       \
  each(curl_global_init)      \
  each(curl_version_info)     \
  each(curl_easy_init)        \
  each(curl_easy_cleanup)     \
  each(curl_easy_strerror)    \
  each(curl_easy_setopt)      \
  each(curl_easy_getinfo)     \
  each(curl_slist_append)     \
  each(curl_slist_free_all)   \
  each(curl_multi_init)       \
  each(curl_multi_cleanup)    \
  each(curl_multi_add_handle) \
  each(curl_multi_remove_handle) \
  each(curl_multi_perform)    \
  each(curl_multi_poll)       \
  each(curl_multi_info_read)

#define POINTER(name) static __typeof__(name) *p_##name;
FUNCTIONS(POINTER)

static const char *const names[] = {
#if defined(__APPLE__)
    "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib",
#else
    "libcurl.so.4", "libcurl-gnutls.so.4",
#endif
};

const char *ccurl_load(void) {
  void *library = NULL;
  const char *error = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    // The first is the one that should be there: what is said of it is told.
    if (!library && !error) error = strdup(dlerror());
  }
  if (!library) return error;
#define LOAD(name) \
  if (!(p_##name = (__typeof__(p_##name))dlsym(library, #name))) return "it has no function " #name;
  FUNCTIONS(LOAD)
  if (p_curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return "it cannot be initialised";
  return NULL;
}

const char *ccurl_version(void) { return p_curl_version_info(CURLVERSION_NOW)->version; }
unsigned int ccurl_version_number(void) { return p_curl_version_info(CURLVERSION_NOW)->version_num; }

CURL *ccurl_easy_init(void) { return p_curl_easy_init(); }
void ccurl_easy_cleanup(CURL *easy) { p_curl_easy_cleanup(easy); }
const char *ccurl_easy_strerror(CURLcode code) { return p_curl_easy_strerror(code); }

CURLcode ccurl_set_number(CURL *easy, CURLoption option, long value) { return p_curl_easy_setopt(easy, option, value); }
CURLcode ccurl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
  return p_curl_easy_setopt(easy, option, value);
}
CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
  return p_curl_easy_setopt(easy, option, value);
}
CURLcode ccurl_set_bytes(CURL *easy, CURLoption option, const void *value) {
  return p_curl_easy_setopt(easy, option, value);
}
CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return p_curl_easy_setopt(easy, option, value);
}
CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
  return p_curl_easy_setopt(easy, option, value);
}
CURLcode ccurl_set_receiver(CURL *easy, CURLoption option, size_t (*receive)(char *, size_t, size_t, void *)) {
  return p_curl_easy_setopt(easy, option, receive);
}
CURLcode ccurl_set_prereq(CURL *easy, int (*call)(void *, char *, char *, int, int)) {
  return p_curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, call);
}

long ccurl_get_number(CURL *easy, CURLINFO info) {
  long value = 0;
  return p_curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}
const char *ccurl_get_text(CURL *easy, CURLINFO info) {
  const char *value = NULL;
  return p_curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : NULL;
}

struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *text) {
  return p_curl_slist_append(list, text);
}
void ccurl_slist_free_all(struct curl_slist *list) { p_curl_slist_free_all(list); }

CURLM *ccurl_multi_init(void) { return p_curl_multi_init(); }
void ccurl_multi_cleanup(CURLM *multi) { p_curl_multi_cleanup(multi); }
CURLMcode ccurl_multi_add_handle(CURLM *multi, CURL *easy) { return p_curl_multi_add_handle(multi, easy); }
CURLMcode ccurl_multi_remove_handle(CURLM *multi, CURL *easy) { return p_curl_multi_remove_handle(multi, easy); }
CURLMcode ccurl_multi_perform(CURLM *multi, int *running) { return p_curl_multi_perform(multi, running); }
CURLMcode ccurl_multi_poll(CURLM *multi, struct curl_waitfd *extra, unsigned int count, int milliseconds) {
  return p_curl_multi_poll(multi, extra, count, milliseconds, NULL);
}

int ccurl_multi_result(CURLM *multi, CURL *easy) {
  int left = 0;
  for (CURLMsg *message; (message = p_curl_multi_info_read(multi, &left));)
    if (message->msg == CURLMSG_DONE && message->easy_handle == easy) return (int)message->data.result;
  return -1;
}

void ccurl_wipe(void *bytes, size_t count) {
  for (volatile unsigned char *byte = bytes; count--; byte++) *byte = 0;
}

void ccurl_hide_memory(void) {
#if defined(__linux__)
  // Unlike a limit it is not handed on to the programs that are started; and systems that pipe cores into a program ask
  // this, not the limit.
  prctl(PR_SET_DUMPABLE, 0);
#else
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
#endif
}
