#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#include "include/Clazy.h"
#include "lazy.h"

#define LIBCURL "libcurl.so.4"
#define CALL(name) FOUND(LIBCURL, name)

const char *linli_lacks_curl(void) { return linli_lacks(LIBCURL); }

/* The words of an answer are nobody's here. */
static size_t forget(char *bytes, size_t size, size_t count, void *mark) {
    (void)bytes;
    (void)mark;
    return size * count;
}

static struct curl_slist *list(const char *const *headers) {
    struct curl_slist *whole = NULL;
    for (; *headers; headers++) {
        struct curl_slist *longer = CALL(curl_slist_append)(whole, *headers);
        if (!longer) {
            CALL(curl_slist_free_all)(whole);
            return NULL;
        }
        whole = longer;
    }
    return whole;
}

linli_answer linli_post(
    const char *address, const char *const *headers, const void *body, size_t length, long seconds
) {
    linli_answer answer = {CURLE_OUT_OF_MEMORY, 0};
    CURL *request = CALL(curl_easy_init)();
    if (!request) return answer;
    struct curl_slist *lines = list(headers);
    if (lines || !*headers) {
        __typeof__(&curl_easy_setopt) set = CALL(curl_easy_setopt);
        set(request, CURLOPT_URL, address);
        set(request, CURLOPT_PROTOCOLS_STR, "http,https");
        set(request, CURLOPT_HTTPHEADER, lines);
        set(request, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length);
        set(request, CURLOPT_POSTFIELDS, body);
        set(request, CURLOPT_TIMEOUT, seconds);
        set(request, CURLOPT_NOSIGNAL, 1L);
        set(request, CURLOPT_WRITEFUNCTION, forget);
        answer.fault = CALL(curl_easy_perform)(request);
        CALL(curl_easy_getinfo)(request, CURLINFO_RESPONSE_CODE, &answer.status);
        CALL(curl_slist_free_all)(lines);
    }
    CALL(curl_easy_cleanup)(request);
    return answer;
}
