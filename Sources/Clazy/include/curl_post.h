#ifndef LINLI_CURL_POST_H
#define LINLI_CURL_POST_H

#include <stddef.h>

/* What came of a message that was sent: libcurl's own number of what went wrong, or 0; and the status of the
 * answer, 0 where there was none. */
typedef struct {
    int fault;
    long status;
} linli_answer;

/* Sends a body over http or https and waits for the answer's status, `seconds` at most; redirections are not
 * followed. `headers` is a list of lines that ends with NULL. */
linli_answer linli_post(
    const char *address, const char *const *headers, const void *body, size_t length, long seconds);

#endif
