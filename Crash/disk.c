// A disk that fails and forgets, put under a program by LD_PRELOAD.
//
// Of every write below LINLI_CRASH_WATCH it keeps what stood there before, in a journal beside, until the file
// is synced. After a kill, cut.py takes back any part of what was not synced, as a power cut may. By the plan,
// a file that is mapped and changed while the program runs, writes and syncs fail, and the program kills itself
// at a chosen call. Journals belong to the disk and not to the process: they outlive it, as the page cache does.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { NO_FILE, DATABASE, LOG, FOLDER, OTHER };                    // what an open file is
enum { WRITE = 1, TRUNCATE, SYNCED, SYNC_FAILED };                 // records of a journal
enum { WELL, WRITE_EIO, WRITE_FULL, WRITE_SHORT, SYNC_EIO, WRITE_READ_ONLY, SYNC_LIES }; // faults of the plan
enum { BEFORE_WRITE = 1, AFTER_WRITE, BEFORE_SYNC, AFTER_SYNC };   // moments of a kill

// The plan: what is to go wrong. faults.py writes it.
struct plan {
    uint32_t fault, per_mille, chance;        // which fault, how often, and the seed of its draws
    uint32_t kill_file, kill_moment, kill_in; // kill at the kill_in-th such moment of such a file
    uint32_t writes, syncs, faults;           // counted here, read there
};

struct record { uint32_t kind, before; uint64_t offset, length, size; };

struct watched { int kind; char name[NAME_MAX]; };

static struct watched *files[65536];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *watch, *journals;
static size_t watch_length;
static struct plan healthy, *plan = &healthy;

static int (*real_open)(const char *, int, ...), (*real_openat)(int, const char *, int, ...);
static int (*real_close)(int), (*real_fsync)(int), (*real_fdatasync)(int), (*real_ftruncate)(int, off_t);
static int (*real_link)(const char *, const char *), (*real_rename)(const char *, const char *);
static int (*real_unlink)(const char *);
static ssize_t (*real_write)(int, const void *, size_t), (*real_pwrite)(int, const void *, size_t, off_t);

__attribute__((constructor)) static void begin(void) {
    real_open = dlsym(RTLD_NEXT, "open"), real_openat = dlsym(RTLD_NEXT, "openat");
    real_close = dlsym(RTLD_NEXT, "close"), real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync"), real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
    real_link = dlsym(RTLD_NEXT, "link"), real_rename = dlsym(RTLD_NEXT, "rename");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_write = dlsym(RTLD_NEXT, "write"), real_pwrite = dlsym(RTLD_NEXT, "pwrite");
    watch = getenv("LINLI_CRASH_WATCH"), journals = getenv("LINLI_CRASH_JOURNALS");
    watch_length = watch && journals ? strlen(watch) : 0;
    const char *path = getenv("LINLI_CRASH_PLAN");
    if (!path) return;
    int file = real_open(path, O_RDWR | O_CLOEXEC);
    void *room = mmap(NULL, sizeof *plan, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (room == MAP_FAILED) abort();
    plan = room;
    real_close(file);
}

// Which of our files a path is. The map of shared memory is made anew at each start and may be lost.
static int kind_of(const char *path) {
    if (!watch_length || strncmp(path, watch, watch_length) != 0) return NO_FILE;
    size_t length = strlen(path);
    if (length > 4 && !strcmp(path + length - 4, "-shm")) return NO_FILE;
    if (length > 4 && !strcmp(path + length - 4, "-wal")) return LOG;
    if (length > 7 && !strcmp(path + length - 7, ".sqlite")) return DATABASE;
    return OTHER;
}

// A path below the watched folder as one name: its slashes become commas.
static void flatten(const char *path, char *name) {
    const char *rest = path + watch_length;
    while (*rest == '/') rest++;
    snprintf(name, NAME_MAX, "%s", *rest ? rest : ".");
    for (char *at = name; *at; at++) if (*at == '/') *at = ',';
}

static int journal(const char *name, const char *ending) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s.%s", journals, name, ending);
    return real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void put(int file, const void *bytes, size_t count) {
    if (real_write(file, bytes, count) != (ssize_t)count) abort();
}

// A new name in a folder that is not synced yet: a line in that folder's journal.
static void note_name(const char *path) {
    char name[NAME_MAX], folder[NAME_MAX], line[NAME_MAX + 1];
    flatten(path, name);
    snprintf(folder, sizeof folder, "%s", name);
    char *last = strrchr(folder, ',');
    if (last) *last = 0; else strcpy(folder, ".");
    int file = journal(folder, "names");
    put(file, line, (size_t)snprintf(line, sizeof line, "%s\n", name));
    real_close(file);
}

static void note_marker(struct watched *found, uint32_t kind) {
    int file = journal(found->name, "undo");
    struct stat now;
    // Nothing failed before: all that was written is safe now, and the journal ends.
    if (kind == SYNCED) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/%s.failed", journals, found->name);
        if (stat(path, &now) != 0) {
            if (real_ftruncate(file, 0) != 0) abort();
            real_close(file);
            return;
        }
    } else {
        real_close(journal(found->name, "failed"));
    }
    struct record record = {.kind = kind};
    put(file, &record, sizeof record);
    real_close(file);
}

// What stands from `offset` on, before it is written over or cut off.
static void note_before(int from, struct watched *found, uint32_t kind, uint64_t offset, uint64_t length) {
    struct stat now;
    if (fstat(from, &now) != 0) abort();
    uint64_t size = (uint64_t)now.st_size, end = kind == TRUNCATE ? size : offset + length;
    if (end > size) end = size;
    uint64_t count = end > offset ? end - offset : 0;
    char *bytes = malloc(sizeof(struct record) + count);
    if (count && pread(from, bytes + sizeof(struct record), count, (off_t)offset) != (ssize_t)count) abort();
    struct record record = {kind, (uint32_t)count, offset, length, size};
    memcpy(bytes, &record, sizeof record);
    int file = journal(found->name, "undo");
    put(file, bytes, sizeof record + count);
    real_close(file);
    free(bytes);
}

static int draws(void) {
    if (plan->per_mille >= 1000) return 1;
    plan->chance = plan->chance * 1664525u + 1013904223u;
    return (plan->chance >> 8) % 1000 < plan->per_mille;
}

static void maybe_die(struct watched *found, uint32_t moment) {
    if (plan->kill_moment != moment || plan->kill_file != (uint32_t)found->kind || plan->kill_in == 0) return;
    if (--plan->kill_in == 0) kill(getpid(), SIGKILL), pause();
}

static int fails(int error) {
    plan->faults++;
    errno = error;
    return -1;
}

static struct watched *at(int file) { return file >= 0 && file < 65536 ? files[file] : NULL; }

static int opened(int file, const char *path, int was_there) {
    if (file < 0 || file >= 65536) return file;
    int kind = kind_of(path);
    struct stat status;
    if (kind != NO_FILE && fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) kind = FOLDER;
    if (kind == NO_FILE) return file;
    struct watched *found = calloc(1, sizeof *found);
    found->kind = kind;
    flatten(path, found->name);
    pthread_mutex_lock(&lock);
    files[file] = found;
    if (!was_there) note_name(path);
    pthread_mutex_unlock(&lock);
    return file;
}

static int open_at(int folder, const char *path, int flags, mode_t mode) {
    int was_there = !(flags & O_CREAT) || kind_of(path) == NO_FILE || access(path, F_OK) == 0;
    return opened(real_openat(folder, path, flags, mode), path, was_there);
}

#define MODE_OF(flags) mode_t mode = 0; if ((flags) & (O_CREAT | __O_TMPFILE)) { \
    va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE_OF(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_at(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE_OF(flags) return open_at(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE_OF(flags) return open_at(folder, path, flags, mode); }

int close(int file) {
    struct watched *found = at(file);
    if (found) {
        pthread_mutex_lock(&lock);
        files[file] = NULL;
        pthread_mutex_unlock(&lock);
        free(found);
    }
    return real_close(file);
}

// One write: at `offset`, or where the file stands (-1).
static ssize_t put_at(int file, struct watched *found, const void *bytes, size_t count, off_t offset) {
    pthread_mutex_lock(&lock);
    plan->writes++;
    maybe_die(found, BEFORE_WRITE);
    uint32_t fault = plan->fault;
    int error = fault == WRITE_EIO ? EIO : fault == WRITE_FULL ? ENOSPC : fault == WRITE_READ_ONLY ? EROFS : 0;
    if (error && draws()) {
        pthread_mutex_unlock(&lock);
        return fails(error);
    }
    // The half of it fits, and then the disk is full.
    if (fault == WRITE_SHORT && draws()) {
        plan->faults++;
        if (count < 2 || plan->faults % 2 == 0) {
            pthread_mutex_unlock(&lock);
            errno = ENOSPC;
            return -1;
        }
        count /= 2;
    }
    off_t from = offset < 0 ? lseek(file, 0, SEEK_CUR) : offset;
    note_before(file, found, WRITE, (uint64_t)from, count);
    ssize_t done = offset < 0 ? real_write(file, bytes, count) : real_pwrite(file, bytes, count, offset);
    maybe_die(found, AFTER_WRITE);
    pthread_mutex_unlock(&lock);
    return done;
}

static int is_data(struct watched *found) { return found && found->kind != FOLDER; }

ssize_t write(int file, const void *bytes, size_t count) {
    struct watched *found = at(file);
    return is_data(found) ? put_at(file, found, bytes, count, -1) : real_write(file, bytes, count);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    struct watched *found = at(file);
    return is_data(found) ? put_at(file, found, bytes, count, offset) : real_pwrite(file, bytes, count, offset);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) { return pwrite(file, bytes, count, offset); }

int ftruncate(int file, off_t length) {
    struct watched *found = at(file);
    if (!is_data(found)) return real_ftruncate(file, length);
    pthread_mutex_lock(&lock);
    note_before(file, found, TRUNCATE, (uint64_t)length, 0);
    int done = real_ftruncate(file, length);
    pthread_mutex_unlock(&lock);
    return done;
}
int ftruncate64(int file, off64_t length) { return ftruncate(file, length); }

// A failed sync leaves what was written in the cache, marked as clean: no later sync brings it to the disk.
static int sync_file(int file, int (*real)(int)) {
    struct watched *found = at(file);
    if (!found) return real(file);
    pthread_mutex_lock(&lock);
    plan->syncs++;
    maybe_die(found, BEFORE_SYNC);
    int done = 0;
    if (plan->fault == SYNC_EIO && draws()) {
        if (is_data(found)) note_marker(found, SYNC_FAILED);
        done = fails(EIO);
    } else if (found->kind == FOLDER) {
        int names = journal(found->name, "names");
        if (real_ftruncate(names, 0) != 0) abort();
        real_close(names);
    } else {
        done = real(file);
        if (done == 0 && plan->fault != SYNC_LIES) note_marker(found, SYNCED);
    }
    maybe_die(found, AFTER_SYNC);
    pthread_mutex_unlock(&lock);
    return done;
}
int fsync(int file) { return sync_file(file, real_fsync); }
int fdatasync(int file) { return sync_file(file, real_fdatasync); }

static void named(int done, const char *path) {
    if (done != 0 || kind_of(path) == NO_FILE) return;
    pthread_mutex_lock(&lock);
    note_name(path);
    pthread_mutex_unlock(&lock);
}
int link(const char *from, const char *to) {
    int done = real_link(from, to);
    named(done, to);
    return done;
}
int rename(const char *from, const char *to) {
    int done = real_rename(from, to);
    named(done, to);
    return done;
}

// A removed file has no journal any more; that a removal may come undone is not played here.
int unlink(const char *path) {
    int done = real_unlink(path);
    if (done == 0 && kind_of(path) != NO_FILE) {
        char name[NAME_MAX], old[PATH_MAX];
        flatten(path, name);
        snprintf(old, sizeof old, "%s/%s.undo", journals, name);
        real_unlink(old);
    }
    return done;
}
