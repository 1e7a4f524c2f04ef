// libcurl behind names of our own: it is loaded at the first request, since linking it costs every start 6 ms, and its
// variadic functions, which Swift does not see, get a name for each type that they take.
#ifndef POSTMORTEM_CCURL_H
#define POSTMORTEM_CCURL_H

#include <curl/curl.h>
#include <stddef.h>

/// Loads libcurl, once. Returns NULL, or what is wrong, in words that last. Nothing else here may be called before.
const char *ccurl_load(void);

/// The version as libcurl writes it ("7.88.1"), and as a number (0x075801).
const char *ccurl_version(void);
unsigned int ccurl_version_number(void);

CURL *ccurl_easy_init(void);
void ccurl_easy_cleanup(CURL *easy);
const char *ccurl_easy_strerror(CURLcode code);

/// curl_easy_setopt for each type of value. Texts are copied; other pointers have to outlive the handle.
CURLcode ccurl_set_number(CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_size(CURL *easy, CURLoption option, curl_off_t value);
CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode ccurl_set_bytes(CURL *easy, CURLoption option, const void *value);
CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
CURLcode ccurl_set_receiver(CURL *easy, CURLoption option, size_t (*receive)(char *, size_t, size_t, void *));
CURLcode ccurl_set_prereq(CURL *easy, int (*call)(void *, char *, char *, int, int));

/// curl_easy_getinfo for what is asked of it; the text belongs to the handle and may be NULL.
long ccurl_get_number(CURL *easy, CURLINFO info);
const char *ccurl_get_text(CURL *easy, CURLINFO info);

struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *text);
void ccurl_slist_free_all(struct curl_slist *list);

CURLM *ccurl_multi_init(void);
void ccurl_multi_cleanup(CURLM *multi);
CURLMcode ccurl_multi_add_handle(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_remove_handle(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_perform(CURLM *multi, int *running);
CURLMcode ccurl_multi_poll(CURLM *multi, struct curl_waitfd *extra, unsigned int count, int milliseconds);

/// How the transfer of a handle ended; -1 while it has not.
int ccurl_multi_result(CURLM *multi, CURL *easy);

/// Overwrites bytes in a way that no compiler leaves out.
void ccurl_wipe(void *bytes, size_t count);

/// From now on no core file is written of this process, and no other process of the user reads its memory.
void ccurl_hide_memory(void);

#endif
