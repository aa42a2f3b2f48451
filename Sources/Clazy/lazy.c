#include "lazy.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

/* Kept open: the dynamic linker counts, and gives the same handle again. */
static void *opened(const char *library) { return dlopen(library, RTLD_NOW | RTLD_LOCAL); }

const char *linli_lacks(const char *library) {
    if (opened(library)) return NULL;
    const char *why = dlerror();
    fprintf(stderr, "linli: %s\n", why);
    return why;
}

void *linli_function(const char *library, const char *name) {
    void *handle = opened(library);
    void *function = handle ? dlsym(handle, name) : NULL;
    if (function) return function;
    const char *why = dlerror();
    fprintf(stderr, "linli: %s of %s: %s\n", name, library, why ? why : "not there");
    abort();
}
