/* Debian's libraries that only some runs need: opened at the first call, not at the start of the program.
 *
 * Each brings dozens of others along, which cost every start milliseconds and every server memory, also
 * where no photo comes in, the rows lie in a file and nothing is sent. */
#ifndef LINLI_CLAZY_H
#define LINLI_CLAZY_H

/* Why a library cannot be opened; NULL where it can. Asked once, before its first call. */
const char *linli_lacks_gd(void);
const char *linli_lacks_pq(void);
const char *linli_lacks_curl(void);

#include "gd_lazy.h"
#include "pq_lazy.h"
#include "curl_post.h"

#endif
